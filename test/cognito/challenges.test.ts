import { expect } from '@open-wc/testing';
import { readFile } from '@web/test-runner-commands';
import type { Outcome } from '../../src/flow/outcome.js';
import type { Answer } from '../../src/flow/ports.js';
import { challenge, choice, handshake, refusal, tokens } from '../support/scripted-service.js';
import { codeAnswer, never, openScripted, openShelf, storedSession, wordOf } from './open-scripted.js';

const sms = challenge('SMS_MFA', { CODE_DELIVERY_DESTINATION: '+********4114', USER_ID_FOR_SRP: 'ann-id' });
const assertion = '{"id":"key"}';
const passkeyPrompt = {
  canAutofill: () => Promise.resolve(true),
  get: () => Promise.resolve(assertion),
  create: () => Promise.resolve({}),
};

/** A challenge as the service sets it, the step it leads to, an answer, and the ChallengeResponses that carry it. */
interface Row {
  readonly asked: string;
  readonly kind: Outcome['kind'];
  readonly answer: Answer;
  readonly responses: Record<string, string>;
}

const code = (name: string): Row => ({
  ...{ asked: challenge(name), kind: 'code-needed', answer: codeAnswer('123456') },
  responses: { [`${name}_CODE`]: '123456' },
});

/** The challenges with a step of their own. MFA_SETUP has a file of its own, and so have the password's two. */
const rows: Readonly<Record<string, Row>> = {
  SMS_MFA: code('SMS_MFA'),
  SOFTWARE_TOKEN_MFA: code('SOFTWARE_TOKEN_MFA'),
  EMAIL_OTP: code('EMAIL_OTP'),
  SMS_OTP: code('SMS_OTP'),
  SELECT_MFA_TYPE: {
    asked: challenge('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: '["SMS_MFA","EMAIL_OTP"]' }),
    ...{ kind: 'mfa-choice', answer: { kind: 'mfa', channel: 'email' }, responses: { ANSWER: 'EMAIL_OTP' } },
  },
  NEW_PASSWORD_REQUIRED: {
    asked: challenge('NEW_PASSWORD_REQUIRED', { requiredAttributes: '["userAttributes.custom:team"]' }),
    kind: 'new-password-needed',
    answer: { kind: 'new-password', password: 'New-Lagoon-8', attributes: [{ name: 'custom:team', value: 'blue' }] },
    responses: { NEW_PASSWORD: 'New-Lagoon-8', 'userAttributes.custom:team': 'blue' },
  },
  SELECT_CHALLENGE: {
    asked: choice('PASSWORD_SRP', 'SMS_OTP'),
    ...{ kind: 'factor-choice', answer: { kind: 'factor', factor: 'sms' }, responses: { ANSWER: 'SMS_OTP' } },
  },
  WEB_AUTHN: {
    asked: challenge('WEB_AUTHN', { CREDENTIAL_REQUEST_OPTIONS: '{"challenge":"AA"}' }),
    ...{ kind: 'passkey-needed', answer: { kind: 'passkey' }, responses: { CREDENTIAL: assertion } },
  },
};

/** The challenges that are handed to the page: its own rounds, and those that no sign-in should come to here. */
const handed = (name: string): Row => ({
  asked: name.endsWith('PASSWORD_VERIFIER') ? handshake().replace('PASSWORD_VERIFIER', name) : challenge(name),
  kind: 'challenge-asked',
  answer: { kind: 'challenge', answers: { ANSWER: 'Rex', USERNAME: 'eve' } },
  responses: { ANSWER: 'Rex' },
});

const rowFor = (name: string): Row => rows[name] ?? handed(name);

/** The names in the newest AWS client. */
async function challengeNames(): Promise<string[]> {
  const path = '../../node_modules/@aws-sdk/client-cognito-identity-provider/dist-types/models/enums.d.ts';
  const text = (await readFile({ path })) ?? '';
  const [, body = ''] = /const ChallengeNameType: \{([^}]*)\}/.exec(text) ?? [];
  return [...body.matchAll(/"(\w+)"/g)].map(([, name]) => name!);
}

describe('a challenge', () => {
  for (const name of [...Object.keys(rows), 'CUSTOM_CHALLENGE', 'DEVICE_SRP_AUTH', 'ADMIN_NO_SRP_AUTH', 'PALM_READING'])
    it(`${name} leads to its step, and its answer carries its own Session`, async () => {
      const { asked, kind, answer, responses } = rowFor(name);
      const { port, signIn, service } = openScripted([asked, sms, tokens()], { passkeyPrompt });
      const outcome = await signIn();
      expect(outcome.kind).to.equal(kind);
      expect(JSON.stringify(outcome), 'the Session stays here').not.to.contain(JSON.parse(asked).Session);
      expect(wordOf(await port.answer(answer, never))).to.equal('code-needed');
      const { ChallengeName, ChallengeResponses, Session } = service.sent[1]!.params;
      expect({ ChallengeName, ChallengeResponses, Session }).to.deep.equal({
        ...{ ChallengeName: name, ChallengeResponses: { USERNAME: 'ann', ...responses } },
        Session: JSON.parse(asked).Session,
      });
      expect(wordOf(await port.answer(codeAnswer('111111'), never))).to.equal('signed-in');
      expect(service.sent).to.have.lengthOf(3);
    });

  it('of the service’s newest model is handled here or handed to the page', async () => {
    const names = await challengeNames();
    expect(names).to.include.members([...Object.keys(rows), 'MFA_SETUP', 'PASSWORD', 'PASSWORD_SRP']);
    const elsewhere = ['MFA_SETUP', 'PASSWORD', 'PASSWORD_SRP'];
    for (const name of names.filter((name) => !elsewhere.includes(name))) {
      const { asked, kind, answer } = rowFor(name);
      const { port, signIn } = openScripted([asked, tokens()], { passkeyPrompt });
      expect((await signIn()).kind, name).to.equal(kind);
      expect(wordOf(await port.answer(answer, never)), name).to.equal('signed-in');
    }
  });

  it('is answered in the name that the service gave the user', async () => {
    const { port, signIn, service } = openScripted([sms, tokens()]);
    await signIn();
    await port.answer(codeAnswer('123456'), never);
    expect(service.sent[1]!.params.ChallengeResponses!.USERNAME).to.equal('ann-id');
  });

  it('of a pool’s own is so, too: it gives the name alone', async () => {
    const asked = challenge('CUSTOM_CHALLENGE', { USERNAME: 'ann-id', question: 'Dog?' });
    const { port, signIn, service } = openScripted([asked, tokens()]);
    await signIn();
    await port.answer({ kind: 'challenge', answers: { ANSWER: 'Rex' } }, never);
    expect(service.sent[1]!.params.ChallengeResponses!.USERNAME).to.equal('ann-id');
  });

  for (const name of ['SELECT_CHALLENGE', 'NEW_PASSWORD_REQUIRED', 'PALM_READING', 'SMS_MFA'])
    for (const [place, before] of Object.entries({
      'in place of SRP’s handshake': [],
      'after its proof': [handshake()],
    }))
      it(`${name} ${place} is answered like any other`, async () => {
        const { asked, kind, answer } = rowFor(name);
        const { port, signIn, service } = openScripted([...before, asked, tokens()], { authFlow: 'srp' });
        expect((await signIn()).kind).to.equal(kind);
        expect(service.sent).to.have.lengthOf(before.length + 1);
        expect(wordOf(await port.answer(answer, never))).to.equal('signed-in');
      });

  it('that is handed to the page leaves the stored session alone', async () => {
    const shelf = openShelf(storedSession('eve'));
    const { port, signIn } = openScripted([sms, challenge('PALM_READING', { hand: 'left' })], {
      storage: shelf.storage,
    });
    await signIn();
    const outcome = await port.answer(codeAnswer('123456'), never);
    expect(outcome).to.deep.equal({ kind: 'challenge-asked', name: 'PALM_READING', parameters: { hand: 'left' } });
    expect(shelf.content()).to.deep.equal(storedSession('eve'));
  });
});

describe('an answer', () => {
  it('that does not fit what was asked is not sent', async () => {
    const kinds: Answer[] = [...Object.values(rows).map(({ answer }) => answer), handed('X').answer];
    const others: Answer[] = [
      ...kinds,
      { kind: 'set-up', factor: 'totp' },
      { kind: 'email', email: 'ann@example.com' },
    ];
    for (const { asked, answer } of [...Object.values(rows), handed('CUSTOM_CHALLENGE')]) {
      const { port, signIn, service } = openScripted([asked], { passkeyPrompt });
      await signIn();
      for (const other of others.filter(({ kind }) => kind !== answer.kind))
        expect(wordOf(await port.answer(other, never)), `${other.kind} to ${asked}`).to.equal('session-expired');
      expect(service.sent).to.have.lengthOf(1);
    }
  });

  it('to a question that nobody can read is not sent, and neither is one to the question before', async () => {
    for (const unreadable of [challenge('SELECT_MFA_TYPE'), challenge('MFA_SETUP'), choice()]) {
      const { port, signIn, service } = openScripted([sms, unreadable]);
      await signIn();
      expect(['bad-response', 'mfa-unavailable']).to.include(wordOf(await port.answer(codeAnswer('123456'), never)));
      expect(wordOf(await port.answer(codeAnswer('123456'), never))).to.equal('session-expired');
      expect(service.sent).to.have.lengthOf(2);
    }
  });

  it('to a page’s challenge that is refused is a refusal of who somebody is, not of a Session', async () => {
    const wrong = refusal('NotAuthorizedException', 'Incorrect username or password.');
    const { port, signIn } = openScripted([challenge('CUSTOM_CHALLENGE'), wrong]);
    await signIn();
    const outcome = await port.answer({ kind: 'challenge', answers: { ANSWER: 'Rex' } }, never);
    expect(wordOf(outcome)).to.equal('invalid-credentials');
  });

  it('is followed by further rounds, each with its own Session', async () => {
    const rounds = ['one', 'two', 'three'].map((round) => challenge('CUSTOM_CHALLENGE', { round }, round.repeat(20)));
    const { port, signIn, service } = openScripted([...rounds, tokens()]);
    let outcome = await signIn();
    for (const round of ['one', 'two', 'three']) {
      expect(outcome).to.deep.include({ kind: 'challenge-asked', parameters: { round } });
      outcome = await port.answer({ kind: 'challenge', answers: { ANSWER: round } }, never);
    }
    expect(outcome.kind).to.equal('signed-in');
    const sessions = service.sent.slice(1).map(({ params }) => params.Session);
    expect(sessions).to.deep.equal(['one', 'two', 'three'].map((round) => round.repeat(20)));
  });
});

describe('an attempt', () => {
  it('keeps its session after a wrong code', async () => {
    const wrong = refusal('CodeMismatchException', 'Invalid code or auth state for the user.');
    const { port, signIn, service } = openScripted([sms, wrong, tokens()]);
    await signIn();
    expect(wordOf(await port.answer(codeAnswer('111111'), never))).to.equal('wrong-code');
    expect(wordOf(await port.answer(codeAnswer('222222'), never))).to.equal('signed-in');
    expect(service.sent[2]!.params.Session).to.equal(service.sent[1]!.params.Session);
  });

  it('keeps its session after a new password that the pool refuses, and says which rule it breaks', async () => {
    const weak = refusal('InvalidPasswordException', 'Password did not conform with policy: Password not long enough');
    const { asked, answer } = rows.NEW_PASSWORD_REQUIRED!;
    const { port, signIn, service } = openScripted([asked, weak, tokens()]);
    await signIn();
    const outcome = await port.answer(answer, never);
    expect(outcome).to.deep.nested.include({ 'error.code': 'password-policy', 'error.rule': 'length' });
    expect(wordOf(await port.answer(answer, never))).to.equal('signed-in');
    expect(service.sent[2]!.params).to.deep.equal(service.sent[1]!.params);
  });

  it('is gone once abandoned, and once it succeeded', async () => {
    const { port, signIn, service } = openScripted([sms, sms, tokens()]);
    await signIn();
    port.abandon();
    expect(wordOf(await port.answer(codeAnswer('123456'), never))).to.equal('session-expired');
    await signIn();
    await port.answer(codeAnswer('123456'), never);
    expect(wordOf(await port.answer(codeAnswer('123456'), never))).to.equal('session-expired');
    expect(service.sent).to.have.lengthOf(3);
  });

  it('outlives a second sign-in that fails, which is how “send a new code” may fail', async () => {
    const { port, signIn, service } = openScripted([sms, refusal('TooManyRequestsException'), tokens()]);
    await signIn();
    expect(wordOf(await signIn())).to.equal('busy');
    expect(wordOf(await port.answer(codeAnswer('123456'), never))).to.equal('signed-in');
    expect(service.sent[2]!.params.Session).to.be.a('string');
  });
});
