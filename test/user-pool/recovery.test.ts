/** Forgotten passwords and sign-ups that are not confirmed, by hand. */
import { expect } from '@open-wc/testing';
import { ann, bob, dan, openPool, otherCode, password, type TestPool } from '../support/pool.js';
import { call, errorOf, signIn, tokensOf } from './call.js';

const minute = 60_000;
const newPassword = 'Green-Meadow-9';
const bare = { username: 'ned', password };
const waiting = { ...bob, username: 'ivy', email: 'ivy@example.com', status: 'unconfirmed' as const };

const wrong = 'CodeMismatchException: Invalid verification code provided, please try again.';
const expired = 'ExpiredCodeException: Invalid code provided, please request a code again.';
const limit = 'LimitExceededException: Attempt limit exceeded, please try after some time.';
const nowhere =
  'InvalidParameterException: Cannot reset password for the user as there is no registered/verified email or phone_number';

const forgot = (pool: TestPool, Username: string) => call(pool, 'ForgotPassword', { Username });
const confirm = (pool: TestPool, Username: string, ConfirmationCode: string, Password = newPassword) =>
  call(pool, 'ConfirmForgotPassword', { Username, ConfirmationCode, Password });
const confirmSignUp = (pool: TestPool, Username: string, ConfirmationCode: string) =>
  call(pool, 'ConfirmSignUp', { Username, ConfirmationCode });
const resend = (pool: TestPool, Username: string) => call(pool, 'ResendConfirmationCode', { Username });

const email = (Destination: string) => ({
  CodeDeliveryDetails: { Destination, DeliveryMedium: 'EMAIL', AttributeName: 'email' },
});

describe('a forgotten password', () => {
  let pool: TestPool;
  beforeEach(async () => {
    pool = await openPool({ users: [ann, bob, dan, bare, waiting] });
  });

  it('is replaced with the code that was sent, which serves once', async () => {
    expect((await forgot(pool, 'BOB')).body).to.deep.equal(email('b***@e***'));
    const message = (await pool.outbox()).at(-1);
    expect(message).to.deep.include({ channel: 'email', username: 'bob' });
    expect(message?.text).to.contain('reset');
    const code = String(message?.code);
    expect(errorOf(await confirm(pool, 'bob', otherCode(code)))).to.equal(wrong);
    expect(errorOf(await confirm(pool, 'bob', code, 'short'))).to.match(/^InvalidPasswordException/);
    expect(errorOf(await confirm(pool, 'bob', code))).to.equal(undefined);
    expect(errorOf(await confirm(pool, 'bob', code))).to.equal(expired);
    expect(tokensOf(await signIn(pool, 'bob', newPassword)).AccessToken).to.be.a('string');
  });

  it('needs a code that was asked for, the newest, within the hour', async () => {
    expect(errorOf(await confirm(pool, 'bob', '123456'))).to.equal(expired);
    await forgot(pool, 'bob');
    const first = await pool.lastCode();
    await forgot(pool, 'bob');
    const second = await pool.lastCode();
    expect(errorOf(await confirm(pool, 'bob', first === second ? otherCode(first) : first))).to.equal(wrong);
    await pool.advance(60 * minute);
    expect(errorOf(await confirm(pool, 'bob', second))).to.equal(expired);
  });

  it('allows five codes an hour, and five wrong answers to one', async () => {
    for (let time = 0; time < 5; time++) expect(errorOf(await forgot(pool, 'bob'))).to.equal(undefined);
    const sent = (await pool.outbox()).length;
    expect(errorOf(await forgot(pool, 'bob'))).to.equal(limit);
    expect(await pool.outbox()).to.have.lengthOf(sent);
    const code = await pool.lastCode();
    for (let time = 0; time < 5; time++) {
      expect(errorOf(await confirm(pool, 'bob', otherCode(code)))).to.equal(wrong);
    }
    expect(errorOf(await confirm(pool, 'bob', code))).to.match(/^TooManyFailedAttemptsException/);
    await pool.advance(60 * minute);
    expect(errorOf(await forgot(pool, 'bob'))).to.equal(undefined);
  });

  it('tells nobody who exists, who is disabled and who has no address', async () => {
    const sent = (await pool.outbox()).length;
    for (const [name, masked] of [
      ['ghost', 'g***@e***'],
      ['dan', 'd***@e***'],
      ['ned', 'n***@e***'],
      ['ivy', 'i***@e***'],
    ] as const) {
      expect((await forgot(pool, name)).body).to.deep.equal(email(masked));
    }
    expect(await pool.outbox()).to.have.lengthOf(sent);
    for (const name of ['ghost', 'dan']) expect(errorOf(await confirm(pool, name, '123456'))).to.equal(wrong);
  });

  it('tells it where PreventUserExistenceErrors is off', async () => {
    const settings = { preventUserExistenceErrors: false };
    const legacy = await openPool({ settings, users: [dan, bare, waiting] });
    const refusals = [];
    for (const name of ['ghost', 'dan', 'ned', 'ivy']) refusals.push(errorOf(await forgot(legacy, name)));
    expect(refusals).to.deep.equal([
      'UserNotFoundException: User does not exist.',
      'NotAuthorizedException: User is disabled.',
      nowhere,
      nowhere,
    ]);
  });

  it('that an administrator reset comes with a code already sent, and is over once it is replaced', async () => {
    await pool.patchUser('ann', { status: 'reset-required' });
    expect((await pool.outbox()).at(-1)).to.include({ username: 'ann', channel: 'email' });
    expect(errorOf(await signIn(pool, 'ann'))).to.match(/^PasswordResetRequiredException/);
    expect(errorOf(await confirm(pool, 'ann', await pool.lastCode()))).to.equal(undefined);
    expect((await signIn(pool, 'ann', newPassword)).body.ChallengeName).to.equal('SMS_MFA');
  });
});

describe('a sign-up that is not confirmed', () => {
  let pool: TestPool;
  beforeEach(async () => {
    pool = await openPool({ users: [waiting, bob] });
  });

  it('is confirmed with the code that was sent', async () => {
    const code = await pool.lastCode();
    expect(await pool.outbox()).to.have.lengthOf(1);
    expect(errorOf(await confirmSignUp(pool, 'ivy', otherCode(code)))).to.equal(wrong);
    expect(errorOf(await confirmSignUp(pool, 'ivy', code))).to.equal(undefined);
    expect(tokensOf(await signIn(pool, 'ivy')).AccessToken).to.be.a('string');
    const confirmed = 'NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED';
    expect(errorOf(await confirmSignUp(pool, 'ivy', code))).to.equal(confirmed);
    expect(errorOf(await resend(pool, 'ivy'))).to.equal('InvalidParameterException: User is already confirmed.');
  });

  it('gets another code, which replaces the first, up to five an hour; a code holds for a day', async () => {
    expect((await resend(pool, 'ivy')).body).to.deep.equal(email('i***@e***'));
    expect(await pool.outbox()).to.have.lengthOf(2);
    for (let time = 1; time < 5; time++) await resend(pool, 'ivy');
    expect(errorOf(await resend(pool, 'ivy'))).to.equal(limit);
    await pool.advance(24 * 60 * minute);
    expect(errorOf(await confirmSignUp(pool, 'ivy', await pool.lastCode()))).to.equal(expired);
  });

  it('of nobody looks like one, and sends nothing', async () => {
    expect((await resend(pool, 'ghost')).body).to.deep.equal(email('g***@e***'));
    expect(errorOf(await confirmSignUp(pool, 'ghost', '123456'))).to.equal(wrong);
    expect(await pool.outbox()).to.have.lengthOf(1);
  });
});
