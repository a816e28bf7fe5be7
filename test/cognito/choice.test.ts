import { expect } from '@open-wc/testing';
import type { CognitoOptions } from '../../src/cognito/config.js';
import type { SignInRequest } from '../../src/flow/ports.js';
import { challenge, choice, handshake, refusal, type Reply, session, tokens } from '../support/scripted-service.js';
import { codeAnswer, credentials, never, openScripted, wordOf } from './open-scripted.js';

const { username, password } = credentials;
const passkeyPrompt = {
  canAutofill: () => Promise.resolve(true),
  get: () => Promise.resolve('{"id":"key"}'),
  create: () => Promise.resolve({}),
};
const sms = challenge('SMS_OTP', { CODE_DELIVERY_DESTINATION: '+********0114' });
const all = choice('PASSWORD_SRP', 'PASSWORD', 'SMS_OTP', 'EMAIL_OTP', 'WEB_AUTHN');
const handshakeWithSession = JSON.stringify({ ...JSON.parse(handshake()), Session: 'handshake '.repeat(3) });
const wrong = () => refusal('NotAuthorizedException', 'Incorrect username or password.');

async function begin(
  script: readonly Reply[],
  request: Partial<SignInRequest> = {},
  options: Partial<CognitoOptions> = {},
) {
  const setting = openScripted(script, { authFlow: 'choice', passkeyPrompt, ...options });
  const outcome = await setting.port.signIn({ username, password: null, ...request }, never);
  const first = setting.service.sent[0]!.params;
  return { ...setting, outcome, first: { AuthFlow: first.AuthFlow, ...first.AuthParameters } };
}

describe('a choice-based sign-in', () => {
  it('begins with the user name, and asks what the pool offers', async () => {
    const { outcome, first, service } = await begin([all]);
    const factors = ['password', 'sms', 'email', 'passkey'];
    expect(outcome).to.deep.equal({ kind: 'factor-choice', factors, preferred: null });
    expect(first).to.deep.equal({ AuthFlow: 'USER_AUTH', USERNAME: 'ann' });
    expect(service.sent).to.have.lengthOf(1);
  });

  const preferences = [
    ['sms', 'SMS_OTP'],
    ['email', 'EMAIL_OTP'],
    ['passkey', 'WEB_AUTHN'],
  ] as const;
  for (const [factor, PREFERRED_CHALLENGE] of preferences) {
    it(`begins with ${factor} where the page prefers it, or the person`, async () => {
      const byPage = await begin([sms], {}, { preferredFactor: factor });
      const byPerson = await begin([sms], { factor }, { preferredFactor: 'password' });
      const withPassword = await begin([sms], { factor, password });
      for (const { first } of [byPage, byPerson, withPassword])
        expect(first).to.deep.equal({ AuthFlow: 'USER_AUTH', USERNAME: 'ann', PREFERRED_CHALLENGE });
    });

    it(`chooses ${factor} from the list where the service asks all the same`, async () => {
      const { service, outcome } = await begin([all, sms], { factor });
      expect(outcome).to.include({ kind: 'code-needed', again: 'username', alternatives: true });
      const { ChallengeResponses, Session } = service.sent[1]!.params;
      expect(ChallengeResponses).to.deep.equal({ USERNAME: 'ann', ANSWER: PREFERRED_CHALLENGE });
      expect(Session).to.equal(session);
    });

    it(`asks where the pool does not offer ${factor}`, async () => {
      const { outcome, service } = await begin([choice('PASSWORD')], { factor });
      expect(outcome).to.deep.equal({ kind: 'factor-choice', factors: ['password'], preferred: null });
      expect(service.sent).to.have.lengthOf(1);
    });
  }

  it('has no word for the service of a preferred password: the step shows it first', async () => {
    const { outcome, first } = await begin([all], {}, { preferredFactor: 'password' });
    expect(first).not.to.have.property('PREFERRED_CHALLENGE');
    expect(outcome).to.include({ kind: 'factor-choice', preferred: 'password' });
  });

  it('prefers no passkey where the browser has none', async () => {
    const { first, outcome } = await begin([all], {}, { preferredFactor: 'passkey', passkeyPrompt: null });
    expect(first).not.to.have.property('PREFERRED_CHALLENGE');
    expect(outcome).to.deep.include({ factors: ['password', 'sms', 'email'] });
  });

  it('goes on with what is chosen', async () => {
    const { port, service } = await begin([all, sms, tokens()]);
    const needed = await port.answer({ kind: 'factor', factor: 'sms' }, never);
    expect(needed).to.include({ channel: 'sms', again: 'username', alternatives: true });
    expect(wordOf(await port.answer(codeAnswer('123456'), never))).to.equal('signed-in');
    expect(service.operations()).to.deep.equal(['InitiateAuth', 'SELECT_CHALLENGE', 'SMS_OTP']);
  });

  it('offers nothing else where the pool has nothing else', async () => {
    const { port } = await begin([choice('EMAIL_OTP'), sms]);
    expect(await port.answer({ kind: 'factor', factor: 'email' }, never)).to.include({ alternatives: false });
    const named = JSON.stringify({ ...JSON.parse(sms), AvailableChallenges: ['SMS_OTP'] });
    expect((await begin([named], { factor: 'sms' })).outcome).to.include({ alternatives: false });
  });

  for (const available of [undefined, 'PASSWORD', ['PASSWORD', 7], [null], {}])
    it(`whose list of choices is ${JSON.stringify(available)} is a bad response`, async () => {
      const body = { ChallengeName: 'SELECT_CHALLENGE', Session: session, AvailableChallenges: available };
      expect(wordOf((await begin([JSON.stringify(body)])).outcome)).to.equal('bad-response');
    });

  for (const authFlow of ['srp', 'password', 'custom'] as const)
    it(`is what a passkey takes where the flow is ${authFlow}, too`, async () => {
      const asked = challenge('WEB_AUTHN', { CREDENTIAL_REQUEST_OPTIONS: '{}' });
      const { outcome, first, port } = await begin([asked, tokens()], { factor: 'passkey' }, { authFlow });
      expect(outcome).to.deep.equal({ kind: 'passkey-needed', alternatives: false });
      expect(first).to.include({ AuthFlow: 'USER_AUTH', PREFERRED_CHALLENGE: 'WEB_AUTHN' });
      expect(wordOf(await port.answer({ kind: 'passkey' }, never))).to.equal('signed-in');
    });

  it('that the client does not allow names the setting', async () => {
    const { outcome } = await begin([refusal('InvalidParameterException', 'USER_AUTH is not enabled for the client.')]);
    expect(outcome).to.deep.nested.include({ 'error.code': 'config-error', 'error.hint': 'flow-disabled' });
  });
});

describe('a password inside choice-based sign-in', () => {
  const typed = { password, factor: 'password' } as const;

  it('is proved by SRP, with the Session of the handshake, and never leaves', async () => {
    const { outcome, first, service } = await begin([handshakeWithSession, tokens()], typed);
    expect(outcome.kind).to.equal('signed-in');
    expect(first).to.include({ AuthFlow: 'USER_AUTH', USERNAME: 'ann', PREFERRED_CHALLENGE: 'PASSWORD_SRP' });
    expect(first)
      .to.have.property('SRP_A')
      .that.matches(/^[0-9a-f]{700,}$/);
    expect(service.operations()).to.deep.equal(['InitiateAuth', 'PASSWORD_VERIFIER']);
    expect(service.sent[1]!.params.Session).to.equal('handshake '.repeat(3));
    expect(JSON.stringify(service.sent)).not.to.contain(password);
  });

  it('is proved also where the service asks for the choice first', async () => {
    const { outcome, service } = await begin([all, handshakeWithSession, tokens()], { password });
    expect(outcome.kind).to.equal('signed-in');
    expect(service.operations()).to.deep.equal(['InitiateAuth', 'SELECT_CHALLENGE', 'PASSWORD_VERIFIER']);
    const { operation, params } = service.sent[1]!;
    const { ChallengeResponses, Session } = params;
    expect(operation).to.equal('RespondToAuthChallenge');
    expect(ChallengeResponses).to.include({ USERNAME: 'ann', ANSWER: 'PASSWORD_SRP' });
    expect(ChallengeResponses!.SRP_A).to.match(/^[0-9a-f]{700,}$/);
    expect(Session).to.equal(session);
    expect(JSON.stringify(service.sent)).not.to.contain(password);
  });

  const plain: [name: string, asked: string, answered: string, responses: object][] = [
    ['is all that is offered', choice('PASSWORD', 'SMS_OTP'), 'SELECT_CHALLENGE', { ANSWER: 'PASSWORD' }],
    ['is asked for as such', challenge('PASSWORD'), 'PASSWORD', {}],
  ];
  for (const [name, asked, answered, responses] of plain)
    it(`travels inside TLS where that ${name}`, async () => {
      const { outcome, service } = await begin([asked, tokens()], typed);
      expect(outcome.kind).to.equal('signed-in');
      expect(service.operations()[1]).to.equal(answered);
      const given = { USERNAME: 'ann', ...responses, PASSWORD: password };
      expect(service.sent[1]!.params.ChallengeResponses).to.deep.equal(given);
    });

  it('is asked for where none was typed', async () => {
    for (const name of ['PASSWORD', 'PASSWORD_SRP'])
      expect((await begin([challenge(name)])).outcome).to.deep.equal({ kind: 'password-needed' });
  });

  it('is asked for once: a service that asks again gets no second answer', async () => {
    const { outcome, service } = await begin([challenge('PASSWORD'), challenge('PASSWORD')], typed);
    expect(outcome).to.deep.equal({ kind: 'password-needed' });
    expect(service.sent).to.have.lengthOf(2);
  });

  it('that is wrong is the person’s mistake, in the first request and after the choice', async () => {
    expect(wordOf((await begin([handshakeWithSession, wrong()], typed)).outcome)).to.equal('invalid-credentials');
    expect(wordOf((await begin([choice('PASSWORD'), wrong()], typed)).outcome)).to.equal('invalid-credentials');
  });

  it('is followed by a second factor, and may be followed by a choice of them', async () => {
    const mfa = challenge('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: '["SMS_MFA","EMAIL_OTP"]' });
    const { outcome } = await begin([choice('PASSWORD', 'SMS_OTP'), mfa], typed);
    expect(outcome).to.deep.equal({ kind: 'mfa-choice', channels: ['sms', 'email'] });
  });
});

describe('a custom sign-in', () => {
  const asked = challenge('CUSTOM_CHALLENGE', { question: 'Dog?', USERNAME: 'ann' });

  it('begins with the user name alone', async () => {
    const { outcome, first, service } = await begin([asked], { password }, { authFlow: 'custom' });
    expect(first).to.deep.equal({ AuthFlow: 'CUSTOM_AUTH', USERNAME: 'ann' });
    expect(outcome).to.deep.include({ kind: 'challenge-asked', parameters: { question: 'Dog?', USERNAME: 'ann' } });
    expect(JSON.stringify(service.sent)).not.to.contain(password);
  });

  it('may prove the password by SRP before it asks', async () => {
    const script = [handshake(), asked, tokens()];
    const { outcome, first, service, port } = await begin(script, { password }, { authFlow: 'custom-srp' });
    expect(first).to.include({ AuthFlow: 'CUSTOM_AUTH', CHALLENGE_NAME: 'SRP_A' });
    expect(outcome.kind).to.equal('challenge-asked');
    expect(wordOf(await port.answer({ kind: 'challenge', answers: { ANSWER: 'Rex' } }, never))).to.equal('signed-in');
    expect(service.operations()).to.deep.equal(['InitiateAuth', 'PASSWORD_VERIFIER', 'CUSTOM_CHALLENGE']);
  });

  it('may be over at once, or ask for a code that the user name alone sends again', async () => {
    expect((await begin([tokens()], {}, { authFlow: 'custom' })).outcome.kind).to.equal('signed-in');
    const { outcome } = await begin([challenge('EMAIL_OTP')], {}, { authFlow: 'custom' });
    expect(outcome).to.include({ kind: 'code-needed', again: 'username', alternatives: false });
  });

  it('without triggers names the setting', async () => {
    const none = refusal(
      'InvalidParameterException',
      'Custom auth lambda trigger is not configured for the user pool.',
    );
    const { outcome } = await begin([none], {}, { authFlow: 'custom' });
    expect(outcome).to.deep.nested.include({ 'error.code': 'config-error', 'error.hint': 'triggers-missing' });
  });
});
