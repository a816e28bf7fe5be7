import { expect } from '@open-wc/testing';
import { password, wrongPassword } from '../support/pool.js';
import { failureOf, openLogin } from './open-login.js';

describe('secrets', () => {
  it('are in no state and no failure, whatever happens', async () => {
    const { pool, clock, login } = await openLogin();
    const seen: string[] = [];
    const see = (value: unknown) => void seen.push(JSON.stringify(value));
    login.subscribe(see);
    see({ ...(await failureOf(login.signIn('ann', wrongPassword))) });
    await login.signIn('ann', password);
    see({ ...(await failureOf(login.confirm('987654 no code 987655'))) });
    clock.advance(30_000);
    await login.resend();
    const code = await pool.lastCode();
    const done = await login.confirm(code);
    see(done);
    const session = await login.getSession();
    const tokens = [session!.getIdToken(), session!.getAccessToken()].map((token) => token.getJwtToken());
    for (const secret of [password, wrongPassword, code, '987654', ...tokens, session!.getRefreshToken().getToken()]) {
      expect(seen.join('\n')).not.to.include(secret);
    }
    expect(seen.length).to.be.greaterThan(8);
  });
});
