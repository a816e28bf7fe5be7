/** The port at the local pool, through what one sign-in may be asked for in a row: each has a Session of its own. */
import { expect } from '@open-wc/testing';
import { TOTP, Secret } from 'otpauth';
import type { AuthFlow } from '../../src/cognito/config.js';
import { openCognito } from '../../src/cognito/open-cognito.js';
import { memoryStorage } from '../../src/cognito/storage.js';
import { systemClock } from '../../src/controller/system-clock.js';
import type { Answer, SignInRequest } from '../../src/flow/ports.js';
import { otherCode, password } from '../support/pool.js';
import { openScenario } from '../support/scenarios.js';
import { codeAnswer, never, wordOf } from './open-scripted.js';

/** A scenario's pool with a port; each answer notes how many messages were sent by then. */
async function open(name: string, authFlow: AuthFlow = 'password') {
  const pool = await openScenario(name);
  const { userPoolId, clientId, endpoint, username } = pool;
  const port = openCognito({
    ...{ userPoolId, clientId, endpoint, authFlow, clock: systemClock, storage: memoryStorage() },
    warn: () => undefined,
  });
  const messages = async () => (await pool.outbox()).length;
  return {
    ...{ pool, port, username, messages },
    signIn: (request: Partial<SignInRequest> = {}) => port.signIn({ username, password, ...request }, never),
    answer: (answer: Answer) => port.answer(answer, never),
    code: async () => codeAnswer(await pool.lastCode()),
  };
}

const renewed: Answer = { kind: 'new-password', password: 'New-Lagoon-8', attributes: [] };
const custom = (ANSWER: string): Answer => ({ kind: 'challenge', answers: { ANSWER } });
const appCode = (secret: string) => codeAnswer(new TOTP({ secret: Secret.fromBase32(secret) }).generate());

describe('at the pool, one after another', () => {
  it('a choice of methods, its code, and a new one by the same choice', async () => {
    const { signIn, answer, code, messages } = await open('choose-mfa');
    expect(await signIn()).to.deep.equal({ kind: 'mfa-choice', channels: ['sms', 'totp', 'email'] });
    expect(await messages()).to.equal(0);
    expect(await answer({ kind: 'mfa', channel: 'email' })).to.include({ channel: 'email', alternatives: true });
    expect(await messages()).to.equal(1);
    expect(await signIn({ to: 'code' })).to.include({ kind: 'code-needed', channel: 'email', again: 'password' });
    expect(await messages()).to.equal(2);
    const wrong = codeAnswer(otherCode((await code()).code));
    expect(wordOf(await answer(wrong))).to.equal('wrong-code');
    expect(wordOf(await answer(await code()))).to.equal('signed-in');
    expect(await messages()).to.equal(2);
  });

  it('a new password and an authenticator app, whose set-up is begun again', async () => {
    const { signIn, answer, messages } = await open('new-password-then-set-up');
    expect(wordOf(await signIn())).to.equal('new-password-needed');
    expect(await answer({ ...renewed, password: 'short' })).to.deep.nested.include({
      ...{ 'error.code': 'password-policy', 'error.rule': 'length' },
    });
    expect(wordOf(await answer(renewed))).to.equal('set-up-choice');
    expect(wordOf(await answer({ kind: 'set-up', factor: 'totp' }))).to.equal('totp-set-up');
    const again = await signIn({ password: 'New-Lagoon-8', to: 'code' });
    if (again.kind !== 'totp-set-up') throw new Error(`The way led to ${wordOf(again)}.`);
    const right = appCode(again.secret);
    expect(wordOf(await answer(codeAnswer(otherCode(right.code))))).to.equal('wrong-code');
    expect(wordOf(await answer(right))).to.equal('signed-in');
    expect(await messages()).to.equal(0);
  });

  it('a new password and a code by e-mail', async () => {
    const { signIn, answer, code, messages } = await open('new-password-then-email-code');
    await signIn();
    expect(await answer(renewed)).to.include({ kind: 'code-needed', channel: 'email', again: 'password' });
    expect(await signIn({ password: 'New-Lagoon-8', to: 'code' })).to.include({ channel: 'email' });
    expect(wordOf(await answer(await code()))).to.equal('signed-in');
    expect(await messages()).to.equal(2);
  });

  it('a new password with what the pool wants to know', async () => {
    const { signIn, answer } = await open('new-password');
    const outcome = await signIn();
    if (outcome.kind !== 'new-password-needed') throw new Error(wordOf(outcome));
    const values: Record<string, string> = {
      phone_number: '+447700900128',
      birthdate: '1990-01-31',
      email: 'n@ned.example',
    };
    const attributes = outcome.attributes.map(({ name }) => ({ name, value: values[name] ?? 'Ned' }));
    expect(attributes.map(({ name }) => name)).to.include.members(['given_name', 'custom:team']);
    const missing = await answer({ kind: 'new-password', password: 'New-Lagoon-8', attributes: [] });
    expect(missing.kind).to.equal('failed');
    expect(wordOf(await answer({ kind: 'new-password', password: 'New-Lagoon-8', attributes }))).to.equal('signed-in');
  });

  it('an address that is set up, and its code', async () => {
    const { signIn, answer, code, messages } = await open('set-up-email');
    expect(wordOf(await signIn())).to.equal('email-needed');
    expect(await answer({ kind: 'email', email: 'nel@example.com' })).to.include({ destination: 'n***@e***' });
    expect(await messages()).to.equal(1);
    expect(wordOf(await answer(await code()))).to.equal('signed-in');
  });

  it('a question of the pool’s own and a code, which cannot be sent again', async () => {
    const { signIn, answer, code, messages } = await open('custom-then-code', 'custom');
    expect(await signIn({ password: null })).to.deep.include({ kind: 'challenge-asked', name: 'CUSTOM_CHALLENGE' });
    expect(wordOf(await answer(custom('London')))).to.equal('challenge-asked');
    expect(await messages()).to.equal(0);
    expect(await answer(custom('Paris'))).to.include({ kind: 'code-needed', again: null });
    expect(wordOf(await answer(await code()))).to.equal('signed-in');
    expect(await messages()).to.equal(1);
  });

  it('a password by SRP and two questions', async () => {
    const { signIn, answer } = await open('custom-srp', 'custom-srp');
    expect(await signIn()).to.deep.nested.include({ 'parameters.question': 'What is the capital of France?' });
    expect(await answer(custom('Paris'))).to.deep.nested.include({ 'parameters.hint': 'a number' });
    expect(wordOf(await answer(custom('8')))).to.equal('signed-in');
  });

  it('a challenge that nobody knows yet', async () => {
    const { signIn, answer } = await open('unknown-challenge');
    expect(await signIn()).to.deep.nested.include({ name: 'RETINA_SCAN', 'parameters.EYE': 'left' });
    expect(wordOf(await answer(custom('blink')))).to.equal('signed-in');
  });
});

describe('at the pool, with a choice of first factors', () => {
  it('a code takes the place of the password, is sent again by the name alone, and leads back to the choice', async () => {
    const { signIn, answer, code, messages } = await open('choice', 'choice');
    const byName = { password: null };
    expect(await signIn(byName)).to.deep.include({ factors: ['password', 'email', 'sms'] });
    expect(await answer({ kind: 'factor', factor: 'sms' })).to.include({ again: 'username', alternatives: true });
    expect(await signIn({ ...byName, to: 'code' })).to.include({ kind: 'code-needed', channel: 'sms' });
    expect(await messages()).to.equal(2);
    expect(wordOf(await signIn({ ...byName, to: 'choice' }))).to.equal('factor-choice');
    expect(await messages()).to.equal(2);
    expect(await answer({ kind: 'factor', factor: 'email' })).to.include({ channel: 'email' });
    expect(wordOf(await answer(await code()))).to.equal('signed-in');
  });

  it('the password is proved by SRP, at once or after the choice', async () => {
    const { pool, signIn } = await open('choice', 'choice');
    expect(wordOf(await signIn({ factor: 'password', password: 'Red-Harbour-8' }))).to.equal('invalid-credentials');
    expect(wordOf(await signIn({ factor: 'password' }))).to.equal('signed-in');
    expect(JSON.stringify(await pool.log())).not.to.include('"SELECT_CHALLENGE"');
  });

  it('nothing else is offered where there is nothing else', async () => {
    const { signIn, answer } = await open('choice-otp', 'choice');
    expect(await signIn({ password: null })).to.deep.include({ kind: 'factor-choice', factors: ['email'] });
    expect(await answer({ kind: 'factor', factor: 'email' })).to.include({ again: 'username', alternatives: false });
  });
});

describe('at the pool, around a sign-in', () => {
  const reset = async ({ port, username, code }: Awaited<ReturnType<typeof open>>) =>
    port.reset({ username, code: (await code()).code, password: 'New-Lagoon-8' }, never);

  it('a forgotten password is reset, and counts', async () => {
    const opened = await open('forgot-password');
    const { port, username, signIn, messages } = opened;
    expect(await port.requestReset(username, never)).to.deep.equal({ kind: 'reset-sent' });
    expect(await port.requestReset('nobody', never)).to.deep.equal({ kind: 'reset-sent' });
    expect(await messages()).to.equal(1);
    const wrong = { username, code: otherCode((await opened.code()).code), password: 'New-Lagoon-8' };
    expect(wordOf(await port.reset(wrong, never))).to.equal('wrong-code');
    expect(wordOf(await reset(opened))).to.equal('password-reset');
    expect(wordOf(await signIn({ password: 'New-Lagoon-8', to: 'code' }))).to.equal('signed-in');
  });

  it('a sign-up is confirmed, and its code sent again', async () => {
    const { port, username, signIn, code } = await open('confirm-sign-up');
    expect(wordOf(await signIn())).to.equal('confirm-required');
    const sent = await port.requestConfirmation(username, never);
    expect(sent).to.deep.equal({ kind: 'confirmation-sent', channel: 'email', destination: 'i***@e***' });
    const answered = { username, code: (await code()).code };
    expect(wordOf(await port.confirmSignUp(answered, never))).to.equal('confirmed');
    expect(wordOf(await port.confirmSignUp(answered, never))).to.equal('confirmed');
    expect(wordOf(await signIn({ to: 'code' }))).to.equal('signed-in');
  });
});
