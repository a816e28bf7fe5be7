import { expect } from '@open-wc/testing';
import { firstValueFrom, from, map, type Observable, take, toArray } from 'rxjs';
import type { LoginState } from '../../src/headless.js';
import { password } from '../support/pool.js';
import { openLogin } from './open-login.js';

const show = ({ name, busy }: LoginState) => (busy ? `${name}, busy` : name);

describe('RxJS', () => {
  it('takes a login where it takes an Observable', async () => {
    const { login } = await openLogin();
    // The annotation is half of the test: it does not compile unless the states' type comes through.
    const states: Observable<LoginState> = from(login);
    const shown = firstValueFrom(states.pipe(map(show), take(3), toArray()));
    await login.signIn('bob', password);
    expect(await shown).to.deep.equal(['sign-in', 'sign-in, busy', 'signed-in']);
  });

  it('ends its subscription', async () => {
    const { login } = await openLogin();
    let calls = 0;
    from(login)
      .subscribe(() => calls++)
      .unsubscribe();
    await login.signIn('bob', password);
    expect(calls).to.equal(1);
  });
});
