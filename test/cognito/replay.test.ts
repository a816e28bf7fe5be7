import { expect } from '@open-wc/testing';
import type { CognitoOptions } from '../../src/cognito/config.js';
import type { Outcome } from '../../src/flow/outcome.js';
import type { Answer, SignInRequest } from '../../src/flow/ports.js';
import { challenge, choice, refusal, type Reply, tokens } from '../support/scripted-service.js';
import { codeAnswer, credentials, never, openScripted } from './open-scripted.js';

const { username, password } = credentials;
const mfa = challenge('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA","EMAIL_OTP"]' });
const setUp = challenge('MFA_SETUP', { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]' });
const custom = challenge('CUSTOM_CHALLENGE');
const newPassword = challenge('NEW_PASSWORD_REQUIRED');
const sms = challenge('SMS_MFA');
const email = challenge('EMAIL_OTP');
const secret = (SecretCode = 'JBSWY3DPEHPK3PXP') => JSON.stringify({ SecretCode, Session: 'a Session of some length' });

const byMfa = (channel: 'sms' | 'email'): Answer => ({ kind: 'mfa', channel });
const renewed: Answer = { kind: 'new-password', password: 'New-Lagoon-8', attributes: [] };
const address: Answer = { kind: 'email', email: 'ann@example.com' };

/** A sign-in, the answers to what is asked, and the rest of the script for the sign-in after it. */
async function walk(script: readonly Reply[], answers: readonly Answer[], options: Partial<CognitoOptions> = {}) {
  const setting = openScripted(script, options);
  const typed = options.authFlow === 'choice' || options.authFlow === 'custom' ? null : password;
  let outcome = await setting.port.signIn({ username, password: typed }, never);
  for (const answer of answers) outcome = await setting.port.answer(answer, never);
  const before = setting.service.sent.length;
  const again = async (request: Partial<SignInRequest> = {}) => {
    const next = await setting.port.signIn({ username, password: typed, to: 'code', ...request }, never);
    const sent = setting.service.sent.slice(before);
    return { next, asked: setting.service.operations().slice(before), sent: sent.map(({ params }) => params) };
  };
  return { ...setting, outcome, again };
}

const terms = (outcome: Outcome) =>
  outcome.kind === 'code-needed' ? [outcome.again, outcome.alternatives] : outcome.kind;

describe('a new code', () => {
  it('takes the password alone where nothing was chosen', async () => {
    const { outcome, again } = await walk([sms, sms], []);
    expect(terms(outcome)).to.deep.equal(['password', false]);
    expect((await again()).asked).to.deep.equal(['InitiateAuth']);
  });

  it('is sent by the same method of several, by one answer', async () => {
    const { outcome, again } = await walk([mfa, email, mfa, email], [byMfa('email')]);
    expect(terms(outcome)).to.deep.equal(['password', true]);
    const { next, asked, sent } = await again();
    expect(asked).to.deep.equal(['InitiateAuth', 'SELECT_MFA_TYPE']);
    expect(sent[1]!.ChallengeResponses!.ANSWER).to.equal('EMAIL_OTP');
    expect(next).to.deep.equal(outcome);
  });

  it('can be sent again and again', async () => {
    const { again } = await walk([mfa, sms, mfa, sms, mfa, sms], [byMfa('sms')]);
    await again();
    const { next, asked } = await again();
    expect(asked.slice(2)).to.deep.equal(['InitiateAuth', 'SELECT_MFA_TYPE']);
    expect(terms(next)).to.deep.equal(['password', true]);
  });

  it('is the first one on the way: nothing is answered after it', async () => {
    const { next, asked } = await (await walk([mfa, sms, sms, tokens()], [byMfa('sms')])).again();
    expect(next.kind).to.equal('code-needed');
    expect(asked).to.deep.equal(['InitiateAuth']);
  });

  it('asks again where the method is not offered any more', async () => {
    const other = challenge('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: '["SOFTWARE_TOKEN_MFA"]' });
    const { next, asked } = await (await walk([mfa, sms, other], [byMfa('sms')])).again();
    expect(next).to.deep.equal({ kind: 'mfa-choice', channels: ['totp'] });
    expect(asked).to.deep.equal(['InitiateAuth']);
  });

  it('makes each choice once, whatever the service asks', async () => {
    const { next, asked } = await (await walk([mfa, sms, mfa, mfa], [byMfa('sms')])).again();
    expect(next.kind).to.equal('mfa-choice');
    expect(asked).to.deep.equal(['InitiateAuth', 'SELECT_MFA_TYPE']);
  });

  it('goes to the address that is set up', async () => {
    const { outcome, again } = await walk([setUp, email, setUp, email], [{ kind: 'set-up', factor: 'email' }, address]);
    expect(terms(outcome), 'it may be mistyped').to.deep.equal(['password', true]);
    const { next, asked, sent } = await again();
    expect(asked).to.deep.equal(['InitiateAuth', 'MFA_SETUP']);
    expect(sent[1]!.ChallengeResponses).to.deep.equal({ USERNAME: 'ann', EMAIL: 'ann@example.com' });
    expect(next.kind).to.equal('code-needed');
  });

  it('takes the user name alone after a first factor that is a code, and chooses it again', async () => {
    const offered = choice('PASSWORD_SRP', 'EMAIL_OTP');
    const chosen = { kind: 'factor', factor: 'email' } as const;
    const { outcome, again } = await walk([offered, email, email], [chosen], { authFlow: 'choice' });
    expect(terms(outcome)).to.deep.equal(['username', true]);
    const { next, sent } = await again();
    expect(sent[0]!.AuthParameters).to.deep.equal({ USERNAME: 'ann', PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    expect(terms(next)).to.deep.equal(['username', true]);
  });

  it('counts a new password that was chosen on the way, and does not ask for it again', async () => {
    const { outcome, again } = await walk([newPassword, mfa, sms, mfa, sms], [renewed, byMfa('sms')]);
    expect(terms(outcome)).to.deep.equal(['password', true]);
    const { asked, sent } = await again({ password: 'New-Lagoon-8' });
    expect(asked).to.deep.equal(['InitiateAuth', 'SELECT_MFA_TYPE']);
    expect(sent[0]!.AuthParameters!.PASSWORD).to.equal('New-Lagoon-8');
  });

  const once: [name: string, before: Reply, answer: Answer][] = [
    ['a code', sms, codeAnswer('123456')],
    ['an answer of the page’s', custom, { kind: 'challenge', answers: { ANSWER: 'Rex' } }],
  ];
  for (const [name, before, answer] of once)
    it(`cannot be had once ${name} was given on the way, by a new password either`, async () => {
      expect(terms((await walk([before, email], [answer])).outcome)).to.deep.equal([null, false]);
      const { outcome } = await walk([before, newPassword, email], [answer, renewed]);
      expect(terms(outcome)).to.deep.equal([null, false]);
    });

  it('cannot be had after a passkey', async () => {
    const passkeyPrompt = {
      canAutofill: () => Promise.resolve(true),
      get: () => Promise.resolve('{}'),
      create: () => Promise.resolve({}),
    };
    const asked = challenge('WEB_AUTHN', { CREDENTIAL_REQUEST_OPTIONS: '{}' });
    const options = { authFlow: 'choice', preferredFactor: 'passkey', passkeyPrompt } as const;
    expect(terms((await walk([asked, sms], [{ kind: 'passkey' }], options)).outcome)).to.deep.equal([null, true]);
  });

  it('that was refused leaves the old one and its way as they were', async () => {
    const { again, port } = await walk([mfa, sms, mfa, refusal('TooManyRequestsException'), tokens()], [byMfa('sms')]);
    expect((await again()).next).to.deep.nested.include({ kind: 'failed', 'error.code': 'busy' });
    expect((await port.answer(codeAnswer('123456'), never)).kind).to.equal('signed-in');
  });
});

describe('the set-up of an authenticator app', () => {
  it('is begun again by one press, with another secret, also after its attempt was dropped', async () => {
    const script = [setUp, secret(), setUp, secret('JBSWY3DPEHPK3PXQ')];
    const { again, port } = await walk(script, [{ kind: 'set-up', factor: 'totp' }]);
    port.abandon();
    const { next, asked } = await again();
    expect(next).to.deep.equal({ kind: 'totp-set-up', secret: 'JBSWY3DPEHPK3PXQ' });
    expect(asked).to.deep.equal(['InitiateAuth', 'AssociateSoftwareToken']);
  });
});

describe('the way back to the choice', () => {
  it('of a second factor makes none', async () => {
    const { again } = await walk([mfa, sms, mfa], [byMfa('sms')]);
    const { next, asked } = await again({ to: 'choice' });
    expect(next).to.deep.equal({ kind: 'mfa-choice', channels: ['sms', 'totp', 'email'] });
    expect(asked).to.deep.equal(['InitiateAuth']);
  });

  it('of a first factor tells the service of no preference, and the step of none', async () => {
    const options = { authFlow: 'choice', preferredFactor: 'sms' } as const;
    const { again, outcome } = await walk([challenge('SMS_OTP'), choice('PASSWORD', 'SMS_OTP')], [], options);
    expect(terms(outcome)).to.deep.equal(['username', true]);
    const { next, sent } = await again({ to: 'choice' });
    expect(next).to.deep.equal({ kind: 'factor-choice', factors: ['password', 'sms'], preferred: null });
    expect(sent[0]!.AuthParameters).to.deep.equal({ USERNAME: 'ann' });
  });

  it('goes through the password that is known where there is no other first factor', async () => {
    const lone = choice('PASSWORD');
    const { again } = await walk([lone, lone, mfa], [], { authFlow: 'choice' });
    const { next, asked } = await again({ to: 'choice', password });
    expect(next.kind).to.equal('mfa-choice');
    expect(asked).to.deep.equal(['InitiateAuth', 'SELECT_CHALLENGE']);
  });
});

describe('another sign-in', () => {
  it('makes no choice of an earlier one, nor does one of somebody else', async () => {
    const { port, service } = await walk([mfa, sms, mfa, mfa], [byMfa('sms')]);
    expect((await port.signIn({ username, password }, never)).kind).to.equal('mfa-choice');
    expect((await port.signIn({ username: 'eve', password, to: 'code' }, never)).kind).to.equal('mfa-choice');
    expect(service.operations().slice(2)).to.deep.equal(['InitiateAuth', 'InitiateAuth']);
  });

  it('after a reset, or a confirmation, chooses nothing by itself', async () => {
    for (const [body, around] of [
      ['{}', 'reset'],
      ['{}', 'confirmSignUp'],
    ] as const) {
      const { port, again } = await walk([mfa, sms, body, mfa], [byMfa('sms')]);
      await port[around]({ username, code: '123456', password }, never);
      expect((await again()).next.kind).to.equal('mfa-choice');
    }
  });
});
