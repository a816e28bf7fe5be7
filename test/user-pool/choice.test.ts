/** USER_AUTH: the user chooses what to sign in with. Passkeys have a file of their own. */
import { expect } from '@open-wc/testing';
import { ann, openPool, otherCode, password, type TestPool, wrongPassword } from '../support/pool.js';
import { type PoolSettings } from '../../demo/user-pool/settings.js';
import { type Answer, answerTo, errorOf, initiate, sentences, tokensOf } from './call.js';
import { answerVerifier, SRP_A } from './srp-client.js';

const cho = { username: 'cho', password, email: 'cho@example.com', phoneNumber: '+447700900133' };
const settings: Partial<PoolSettings> = {
  explicitAuthFlows: ['ALLOW_USER_AUTH'],
  signInFactors: ['PASSWORD', 'SMS_OTP', 'EMAIL_OTP', 'WEB_AUTHN'],
};
const users = [ann, cho, { username: 'mai', password, email: 'mai@example.com' }];

describe('USER_AUTH', () => {
  let pool: TestPool;
  beforeEach(async () => {
    pool = await openPool({ settings, users });
  });

  const begin = (USERNAME: string, more: Record<string, string> = {}) =>
    initiate(pool, 'USER_AUTH', { USERNAME, ...more });
  const prefer = (name: string, more = {}) => begin('cho', { PREFERRED_CHALLENGE: name, ...more });
  const choose = async (ANSWER: string, more = {}, username = 'cho') =>
    answerTo(pool, username, await begin(username), { ANSWER, ...more });
  const sent = async () => (await pool.outbox()).length;

  it('offers what the pool allows and the user has, and sends nothing yet', async () => {
    const { body } = await begin('cho');
    expect(body.ChallengeName).to.equal('SELECT_CHALLENGE');
    expect(body.ChallengeParameters).to.deep.equal({ USERNAME: 'cho' });
    expect(body.AvailableChallenges).to.have.members(['PASSWORD', 'PASSWORD_SRP', 'SMS_OTP', 'EMAIL_OTP']);
    expect(body.Session).to.have.length.within(20, 2048);
    const without = (await begin('mai')).body.AvailableChallenges;
    expect(without).to.have.members(['PASSWORD', 'PASSWORD_SRP', 'EMAIL_OTP']);
    expect(await sent()).to.equal(0);
  });

  const otps = [
    ['SMS_OTP', 'SMS_OTP_CODE', { CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS', CODE_DELIVERY_DESTINATION: '+********0133' }],
    ['EMAIL_OTP', 'EMAIL_OTP_CODE', { CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL', CODE_DELIVERY_DESTINATION: 'c***@e***' }],
  ] as const;
  const waysTo: [string, (name: string) => Promise<Answer>][] = [
    ['chosen', choose],
    ['preferred', prefer],
  ];
  for (const [name, field, parameters] of otps) {
    for (const [how, reach] of waysTo) {
      it(`${name}, ${how}: one message, a wrong code, the right one`, async () => {
        const asked = await reach(name);
        expect(asked.body.ChallengeName).to.equal(name);
        expect(asked.body.ChallengeParameters).to.include(parameters);
        const code = await pool.lastCode();
        const wrong = await answerTo(pool, 'cho', asked, { [field]: otherCode(code) });
        expect(errorOf(wrong)).to.equal(sentences.wrongCode);
        expect(tokensOf(await answerTo(pool, 'cho', asked, { [field]: code })).AccessToken).to.be.a('string');
        expect(await sent()).to.equal(1);
      });
    }
  }

  it('a code in place of the password is not followed by a second factor', async () => {
    const asked = await choose('EMAIL_OTP', {}, 'ann');
    const done = await answerTo(pool, 'ann', asked, { EMAIL_OTP_CODE: await pool.lastCode() });
    expect(tokensOf(done).AccessToken).to.be.a('string');
  });

  it('a password is, at once or when asked for it', async () => {
    expect((await choose('PASSWORD', { PASSWORD: password }, 'ann')).body.ChallengeName).to.equal('SMS_MFA');
    const asked = await prefer('PASSWORD');
    expect(asked.body.ChallengeName).to.equal('PASSWORD');
    expect(tokensOf(await answerTo(pool, 'cho', asked, { PASSWORD: password })).AccessToken).to.be.a('string');
    expect(tokensOf(await prefer('PASSWORD', { PASSWORD: password })).AccessToken).to.be.a('string');
  });

  it('a password by SRP: the verifier has a Session, and its answer needs it', async () => {
    for (const verifier of [
      await choose('PASSWORD_SRP', { SRP_A }),
      await prefer('PASSWORD_SRP', { SRP_A }),
      await answerTo(pool, 'cho', await choose('PASSWORD_SRP'), { SRP_A }),
    ]) {
      expect(verifier.body.ChallengeName).to.equal('PASSWORD_VERIFIER');
      const { answer } = await answerVerifier(pool, verifier, password);
      expect(errorOf(await answer())).to.equal('InvalidParameterException: Missing required parameter Session');
      expect(tokensOf(await answer({}, verifier.body.Session)).AccessToken).to.be.a('string');
    }
  });

  it('refuses a wrong password, and the session after it', async () => {
    const asked = await begin('cho');
    const attempt = (PASSWORD: string) => answerTo(pool, 'cho', asked, { ANSWER: 'PASSWORD', PASSWORD });
    expect(errorOf(await attempt(wrongPassword))).to.equal(sentences.incorrect);
    expect(errorOf(await attempt(password))).to.equal(sentences.spent);
    expect(errorOf(await prefer('PASSWORD', { PASSWORD: wrongPassword }))).to.equal(sentences.incorrect);
  });

  it('refuses a choice that is not there, and sends one message where two choose at once', async () => {
    const asked = await begin('mai');
    for (const ANSWER of ['SMS_OTP', 'WEB_AUTHN', 'SMS_MFA', '']) {
      expect(errorOf(await answerTo(pool, 'mai', asked, { ANSWER }))).to.match(/^InvalidParameterException: .*ANSWER/);
    }
    const both = await Promise.all([0, 1].map(() => answerTo(pool, 'mai', asked, { ANSWER: 'EMAIL_OTP' })));
    expect(both.map(errorOf)).to.have.members([undefined, sentences.spent]);
    expect(await sent()).to.equal(1);
  });

  it('asks to choose where the preferred one is not there', async () => {
    for (const name of ['WEB_AUTHN', 'SMS_MFA', 'nonsense']) {
      expect((await prefer(name)).body.ChallengeName).to.equal('SELECT_CHALLENGE');
    }
  });

  it('treats an unknown user like one who has all but a passkey, and sends nothing', async () => {
    const { body } = await begin('ghost');
    expect(body.AvailableChallenges).to.deep.equal((await begin('cho')).body.AvailableChallenges);
    const asked = await choose('SMS_OTP', {}, 'ghost');
    const shown = asked.body.ChallengeParameters?.['CODE_DELIVERY_DESTINATION'];
    expect(shown).to.match(/^\+\*+\d{4}$/);
    expect((await choose('SMS_OTP', {}, 'ghost')).body.ChallengeParameters).to.include({
      CODE_DELIVERY_DESTINATION: shown,
    });
    expect(errorOf(await answerTo(pool, 'ghost', asked, { SMS_OTP_CODE: '123456' }))).to.equal(sentences.wrongCode);
    expect(errorOf(await choose('PASSWORD', { PASSWORD: password }, 'ghost'))).to.equal(sentences.incorrect);
    expect(await sent()).to.equal(0);
  });

  it('is refused where the client does not allow it', async () => {
    const closed = await openPool({ users: [cho] });
    const answer = await initiate(closed, 'USER_AUTH', { USERNAME: 'cho' });
    expect(errorOf(answer)).to.equal('InvalidParameterException: USER_AUTH is not enabled for the client.');
  });
});
