import { expect } from '@open-wc/testing';
import { bob, openPool, otherCode } from '../support/pool.js';
import { openScenario, type ScenarioPool } from '../support/scenarios.js';
import { type Answer, answerTo, call, errorOf, listed, respond, sentences, signIn, tokensOf } from './call.js';

interface SetUp extends Answer {
  body: Answer['body'] & { SecretCode?: string; Status?: string };
}

const associate = (pool: ScenarioPool, { body }: Answer): Promise<SetUp> =>
  call(pool, 'AssociateSoftwareToken', { Session: body.Session });
const verify = (pool: ScenarioPool, { body }: Answer, UserCode: string): Promise<SetUp> =>
  call(pool, 'VerifySoftwareToken', { Session: body.Session, UserCode, FriendlyDeviceName: 'my phone' });
const finish = (pool: ScenarioPool, { body }: Answer, answers = {}) =>
  respond(pool, 'MFA_SETUP', body.Session, { USERNAME: pool.username, ...answers });

const mismatch = 'EnableSoftwareTokenMFAException: Code mismatch and fail enable Software Token MFA';

describe('MFA_SETUP with an authenticator app', () => {
  let pool: ScenarioPool;
  let asked: Answer;
  beforeEach(async () => {
    pool = await openScenario('set-up');
    asked = await signIn(pool, 'nia');
  });

  it('is asked of a user without a second factor, and says what can be set up', () => {
    expect(asked.body.ChallengeName).to.equal('MFA_SETUP');
    expect(listed(asked, 'MFAS_CAN_SETUP')).to.deep.equal(['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP']);
  });

  it('goes from secret to code to tokens, each with a new session, and is asked for from then on', async () => {
    const secret = await associate(pool, asked);
    expect(secret.body.SecretCode).to.match(/^[A-Z2-7]{52}$/);
    const first = await pool.authenticatorCode('nia');
    const verified = await verify(pool, secret, first);
    expect(verified.body.Status).to.equal('SUCCESS');
    const sessions = [asked, secret, verified].map(({ body }) => body.Session);
    expect(new Set(sessions).size).to.equal(3);
    tokensOf(await finish(pool, verified));
    const again = await signIn(pool, 'nia');
    expect(again.body.ChallengeName).to.equal('SOFTWARE_TOKEN_MFA');
    expect(again.body.ChallengeParameters?.['FRIENDLY_DEVICE_NAME']).to.equal('my phone');
    const send = (code: string) => answerTo(pool, 'nia', again, { SOFTWARE_TOKEN_MFA_CODE: code });
    expect(errorOf(await send(first))).to.equal(sentences.reusedTotp);
    await pool.advance(30_000);
    tokensOf(await send(await pool.authenticatorCode('nia')));
    expect(await pool.outbox()).to.deep.equal([]);
  });

  it('keeps session and secret after a wrong code, and spends them on the right one', async () => {
    const secret = await associate(pool, asked);
    const code = await pool.authenticatorCode('nia');
    expect(errorOf(await verify(pool, secret, otherCode(code)))).to.equal(mismatch);
    expect(errorOf(await verify(pool, secret, code))).to.equal(undefined);
    expect(errorOf(await verify(pool, secret, code))).to.equal(sentences.spent);
    expect(errorOf(await associate(pool, asked))).to.equal(sentences.spent);
  });

  it('gives another secret to whoever asks again', async () => {
    const first = await associate(pool, asked);
    const stale = await pool.authenticatorCode('nia');
    const second = await associate(pool, first);
    expect(second.body.SecretCode).not.to.equal(first.body.SecretCode);
    expect(errorOf(await verify(pool, second, stale))).to.equal(mismatch);
    expect(errorOf(await verify(pool, second, await pool.authenticatorCode('nia')))).to.equal(undefined);
  });

  it('is not done before a code was verified', async () => {
    for (const early of [asked, await associate(pool, asked)].reverse()) {
      expect(errorOf(await finish(pool, early))).to.be.oneOf([
        'InvalidParameterException: User has not verified software token mfa',
        sentences.spent,
      ]);
    }
    const { body } = await signIn(pool, 'nia');
    expect(body.ChallengeName).to.equal('MFA_SETUP');
  });

  it('refuses a code before there is a secret, and anything that is no code', async () => {
    expect(errorOf(await verify(pool, asked, '123456'))).to.match(/^SoftwareTokenMFANotFoundException/);
    const secret = await associate(pool, asked);
    for (const odd of ['', '12345', '1234567', 'abcdef', '123 456']) {
      expect(errorOf(await verify(pool, secret, odd))).to.match(/^InvalidParameterException: .*'userCode'/);
    }
  });

  it('needs a session of its own kind, in time', async () => {
    for (const operation of ['AssociateSoftwareToken', 'VerifySoftwareToken']) {
      const send = (input: object) => call(pool, operation, { UserCode: '123456', ...input });
      expect(errorOf(await send({}))).to.equal('InvalidParameterException: Missing required parameter Session');
      expect(errorOf(await send({ Session: 'x'.repeat(40) }))).to.equal(sentences.invalidSession);
      expect(errorOf(await send({ Session: 7 }))).to.match(/^SerializationException/);
      expect(errorOf(await send({ AccessToken: 'no token' }))).to.match(/^NotAuthorizedException/);
    }
    await pool.advance(180_000);
    expect(errorOf(await associate(pool, asked))).to.equal(sentences.expired);
  });
});

describe('MFA_SETUP with an e-mail address', () => {
  it('has the address proved by a code, and asks for one from then on', async () => {
    const pool = await openScenario('set-up-email');
    const asked = await signIn(pool, 'nel');
    expect(listed(asked, 'MFAS_CAN_SETUP')).to.deep.equal(['EMAIL_OTP']);
    expect(await pool.outbox()).to.deep.equal([]);
    const sent = await finish(pool, asked, { EMAIL: 'nel@example.org' });
    expect(sent.body.ChallengeName).to.equal('EMAIL_OTP');
    expect(sent.body.ChallengeParameters).to.include({ CODE_DELIVERY_DESTINATION: 'n***@e***' });
    const code = await pool.lastCode();
    const wrong = await answerTo(pool, 'nel', sent, { EMAIL_OTP_CODE: otherCode(code) });
    expect(errorOf(wrong)).to.equal(sentences.wrongCode);
    const { AccessToken } = tokensOf(await answerTo(pool, 'nel', sent, { EMAIL_OTP_CODE: code }));
    const { body } = await call(pool, 'GetUser', { AccessToken });
    expect(body).to.deep.include({ UserMFASettingList: ['EMAIL_OTP'] });
    expect(JSON.stringify(body)).to.contain('nel@example.org');
    expect((await signIn(pool, 'Nel@Example.org')).body.ChallengeName).to.equal('EMAIL_OTP');
    expect((await pool.outbox()).map(({ to }) => to.full)).to.deep.equal(['nel@example.org', 'nel@example.org']);
  });

  it('refuses what is no address, or is not offered, or is another’s, and stays', async () => {
    const users = [bob, { username: 'nel', password: bob.password }];
    const fresh = await openPool({ settings: { mfaConfiguration: 'ON' }, users });
    const pool = { ...fresh, username: 'nel' };
    const asked = await signIn(pool, 'nel');
    for (const EMAIL of ['', 'nel', 'nel@', '@example.org', 'n el@example.org']) {
      expect(errorOf(await finish(pool, asked, { EMAIL }))).to.equal(
        'InvalidParameterException: Invalid email address format.',
      );
    }
    expect(await pool.outbox()).to.deep.equal([]);
    const sent = await finish(pool, asked, { EMAIL: 'bob@example.com' });
    expect(errorOf(await answerTo(pool, 'nel', sent, { EMAIL_OTP_CODE: await pool.lastCode() }))).to.match(
      /^AliasExistsException/,
    );
    const totpOnly = await openScenario('set-up-totp');
    const offered = await signIn(totpOnly, totpOnly.username);
    expect(errorOf(await finish(totpOnly, offered, { EMAIL: 'a@example.com' }))).to.match(/^InvalidParameterException/);
  });
});

describe('somebody signed in', () => {
  const enter = async () => {
    const pool = await openPool({ users: [bob] });
    const { AccessToken } = tokensOf(await signIn(pool, 'bob'));
    const send = (operation: string, input: object): Promise<SetUp> => call(pool, operation, { AccessToken, ...input });
    return { pool, send, prefer: (settings: object) => send('SetUserMFAPreference', settings) };
  };
  const on = { Enabled: true, PreferredMfa: true };

  it('sets up an authenticator app without a session, and turns it on by SetUserMFAPreference', async () => {
    const { pool, send, prefer } = await enter();
    expect(errorOf(await prefer({ SoftwareTokenMfaSettings: on }))).to.match(/has not verified software token mfa$/);
    expect((await send('AssociateSoftwareToken', {})).body).to.have.all.keys('SecretCode');
    const UserCode = await pool.authenticatorCode('bob');
    expect((await send('VerifySoftwareToken', { UserCode })).body).to.deep.equal({ Status: 'SUCCESS' });
    expect((await signIn(pool, 'bob')).body.ChallengeName).to.equal(undefined);
    expect(errorOf(await prefer({ SoftwareTokenMfaSettings: on }))).to.equal(undefined);
    expect((await signIn(pool, 'bob')).body.ChallengeName).to.equal('SOFTWARE_TOKEN_MFA');
    expect((await send('GetUser', {})).body).to.include({ PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA' });
    expect(errorOf(await prefer({ SoftwareTokenMfaSettings: { Enabled: false } }))).to.equal(undefined);
    expect((await send('GetUser', {})).body).not.to.have.any.keys('PreferredMfaSetting', 'UserMFASettingList');
  });

  it('is refused a preference that cannot be', async () => {
    const { prefer } = await enter();
    const rows: [object, RegExp][] = [
      [{ SMSMfaSettings: on }, /^InvalidParameterException: .*delivery config set to turn on SMS_MFA$/],
      [{ EmailMfaSettings: { PreferredMfa: true } }, /^InvalidParameterException: EMAIL_OTP is preferred/],
      [{ EmailMfaSettings: { Enabled: 'yes' } }, /^SerializationException/],
      [{ EmailMfaSettings: [] }, /^SerializationException/],
    ];
    for (const [settings, words] of rows) expect(errorOf(await prefer(settings))).to.match(words);
  });
});
