import { expect } from '@open-wc/testing';
import { openPool } from '../support/pool.js';
import { openScenario, type ScenarioPool } from '../support/scenarios.js';
import { type Answer, answerTo, call, errorOf, listed, sentences, signIn, tokensOf } from './call.js';

const sam = {
  ...{ username: 'sam', password: 'Blue-Lagoon-7', email: 'sam@example.com', phoneNumber: '+447700900128' },
  totpSecret: 'KRSXG5DTEBUW4IDUNBSSA5DFON2HG3DP',
};

describe('SELECT_MFA_TYPE', () => {
  let pool: ScenarioPool;
  let asked: Answer;
  beforeEach(async () => {
    pool = await openScenario('choose-mfa');
    asked = await signIn(pool, 'sam');
  });
  const choose = (ANSWER: string) => answerTo(pool, 'sam', asked, { ANSWER });

  it('offers what the user has, and sends nothing', async () => {
    expect(asked.body.ChallengeName).to.equal('SELECT_MFA_TYPE');
    expect(asked.body.ChallengeParameters?.['USER_ID_FOR_SRP']).to.equal('sam');
    expect(listed(asked, 'MFAS_CAN_CHOOSE')).to.deep.equal(['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP']);
    expect(await pool.outbox()).to.deep.equal([]);
  });

  for (const [name, messages] of [
    ['SMS_MFA', 1],
    ['SOFTWARE_TOKEN_MFA', 0],
    ['EMAIL_OTP', 1],
  ] as const) {
    it(`goes on to ${name} with a session of its own and ${messages} message(s), and to tokens`, async () => {
      const next = await choose(name);
      expect(next.body.ChallengeName).to.equal(name);
      expect(next.body.Session).not.to.equal(asked.body.Session);
      expect(await pool.outbox()).to.have.lengthOf(messages);
      const code = messages ? await pool.lastCode() : await pool.authenticatorCode('sam');
      const { AccessToken } = tokensOf(await answerTo(pool, 'sam', next, { [`${name}_CODE`]: code }));
      const { body } = await call(pool, 'GetUser', { AccessToken });
      expect(body).to.deep.include({ UserMFASettingList: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] });
      expect(body).not.to.have.property('PreferredMfaSetting');
    });
  }

  it('takes an answer once', async () => {
    const answers = await Promise.all([choose('SMS_MFA'), choose('SMS_MFA')]);
    expect(answers.map(errorOf)).to.have.members([undefined, sentences.spent]);
    expect(await pool.outbox()).to.have.lengthOf(1);
  });

  it('refuses what it did not offer, and stays', async () => {
    for (const odd of ['', 'SMS', 'sms', 'WEB_AUTHN', 'toString']) {
      expect(errorOf(await choose(odd))).to.match(/^InvalidParameterException: .*ANSWER/);
    }
    expect(await pool.outbox()).to.deep.equal([]);
    expect(errorOf(await choose('EMAIL_OTP'))).to.equal(undefined);
  });

  it('expires', async () => {
    await pool.advance(180_000);
    expect(errorOf(await choose('SMS_MFA'))).to.equal(sentences.expired);
  });

  it('is not asked where one is preferred, or there is only one, or the pool has no MFA', async () => {
    const rows = [
      [{ ...sam, mfa: 'totp', mfas: ['sms', 'totp'] }, {}, 'SOFTWARE_TOKEN_MFA'],
      [{ ...sam, mfas: ['email'] }, {}, 'EMAIL_OTP'],
      [{ ...sam, mfas: ['sms', 'email'] }, { mfaConfiguration: 'OFF' }, undefined],
    ] as const;
    for (const [user, settings, name] of rows) {
      const other = await openPool({ settings, users: [{ ...user, mfas: [...user.mfas] }] });
      expect((await signIn(other, 'sam')).body.ChallengeName).to.equal(name);
    }
  });

  it('shows a preferred one in GetUser', async () => {
    const other = await openPool({ users: [{ ...sam, mfa: 'totp', mfas: ['sms'] }] });
    const code = { SOFTWARE_TOKEN_MFA_CODE: await other.authenticatorCode('sam') };
    const { AccessToken } = tokensOf(await answerTo(other, 'sam', await signIn(other, 'sam'), code));
    expect((await call(other, 'GetUser', { AccessToken })).body).to.deep.include({
      ...{ PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA', UserMFASettingList: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] },
    });
  });
});
