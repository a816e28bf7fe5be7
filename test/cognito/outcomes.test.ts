import { expect } from '@open-wc/testing';
import { responsesTo, type PlainAnswer } from '../../src/cognito/answers.js';
import { toOutcome, type Surroundings } from '../../src/cognito/outcomes.js';
import type { Trail } from '../../src/cognito/trail.js';

const trail: Trail = {
  ...{ username: 'ann', passwordFirst: true, first: null, alone: true, choices: [], once: false, byPasskey: false },
};
const around = (more: Partial<Surroundings> = {}): Surroundings => ({
  trail,
  passkeys: true,
  preferred: null,
  ...more,
});

const read = (name: string, parameters: Record<string, string> = {}, available: string[] = [], more = {}) =>
  toOutcome({ name, parameters, available }, around(more));

const json = JSON.stringify;
const wordFor = (outcome: ReturnType<typeof toOutcome>) =>
  outcome.kind === 'failed' ? outcome.error.code : outcome.kind;

describe('the outcome of', () => {
  const rows: [string, Record<string, string>, string[], object][] = [
    [
      'SELECT_MFA_TYPE',
      { MFAS_CAN_CHOOSE: json(['EMAIL_OTP', 'SMS_MFA', 'SOFTWARE_TOKEN_MFA']) },
      [],
      { kind: 'mfa-choice', channels: ['email', 'sms', 'totp'] },
    ],
    [
      'SELECT_MFA_TYPE',
      { MFAS_CAN_CHOOSE: json(['PALM', 'SMS_MFA', 'SMS_OTP', 'constructor']) },
      [],
      { kind: 'mfa-choice', channels: ['sms'] },
    ],
    [
      'SELECT_MFA_TYPE',
      { MFAS_CAN_CHOOSE: json(['SMS_OTP', 'EMAIL_OTP']) },
      [],
      { kind: 'mfa-choice', channels: ['email'] },
    ],
    [
      'MFA_SETUP',
      { MFAS_CAN_SETUP: json(['SMS_MFA', 'SOFTWARE_TOKEN_MFA']) },
      [],
      { kind: 'set-up-choice', factors: ['totp'] },
    ],
    [
      'MFA_SETUP',
      { MFAS_CAN_SETUP: json(['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP']) },
      [],
      { kind: 'set-up-choice', factors: ['totp', 'email'] },
    ],
    ['MFA_SETUP', { MFAS_CAN_SETUP: json(['PALM', 'EMAIL_OTP', 'EMAIL_OTP']) }, [], { kind: 'email-needed' }],
    [
      'SELECT_CHALLENGE',
      {},
      ['PASSWORD_SRP', 'PASSWORD', 'SMS_OTP', 'EMAIL_OTP', 'WEB_AUTHN', 'PALM'],
      { kind: 'factor-choice', factors: ['password', 'sms', 'email', 'passkey'], preferred: null },
    ],
    ['PASSWORD', {}, [], { kind: 'password-needed' }],
    ['PASSWORD_SRP', {}, [], { kind: 'password-needed' }],
    ['WEB_AUTHN', { CREDENTIAL_REQUEST_OPTIONS: '{}' }, [], { kind: 'passkey-needed', alternatives: false }],
    [
      'CUSTOM_CHALLENGE',
      { question: 'Dog?' },
      [],
      { kind: 'challenge-asked', name: 'CUSTOM_CHALLENGE', parameters: { question: 'Dog?' } },
    ],
    ['PALM_READING', {}, [], { kind: 'challenge-asked', name: 'PALM_READING', parameters: {} }],
    ['constructor', {}, [], { kind: 'challenge-asked', name: 'constructor', parameters: {} }],
  ];
  for (const [name, parameters, available, outcome] of rows)
    it(`${name} ${json(parameters)} ${available.join()} is ${json(outcome)}`, () => {
      expect(read(name, parameters, available)).to.deep.equal(outcome);
    });

  it('NEW_PASSWORD_REQUIRED names what is required, with what the pool has', () => {
    const requiredAttributes = json([
      'userAttributes.email',
      'userAttributes.custom:team',
      'given_name',
      'userAttributes.email',
    ]);
    const userAttributes = json({ email: 'ann@example.com', email_verified: 'true', given_name: 7 });
    const attributes = [
      { name: 'email', value: 'ann@example.com' },
      { name: 'custom:team', value: '' },
      { name: 'given_name', value: '' },
    ];
    const outcome = read('NEW_PASSWORD_REQUIRED', { requiredAttributes, userAttributes });
    expect(outcome).to.deep.equal({ kind: 'new-password-needed', attributes });
    expect(read('NEW_PASSWORD_REQUIRED')).to.deep.equal({ kind: 'new-password-needed', attributes: [] });
    const inherited = read('NEW_PASSWORD_REQUIRED', { requiredAttributes: '["toString"]' });
    expect(inherited).to.deep.equal({ kind: 'new-password-needed', attributes: [{ name: 'toString', value: '' }] });
  });

  it('a choice of first factors leaves passkeys out where the browser has none', () => {
    const outcome = read('SELECT_CHALLENGE', {}, ['WEB_AUTHN', 'EMAIL_OTP'], {
      passkeys: false,
      preferred: 'password',
    });
    expect(outcome).to.deep.equal({ kind: 'factor-choice', factors: ['email'], preferred: 'password' });
    const cause = { name: 'WEB_AUTHN', message: 'Nothing but a passkey is taken.' };
    const unavailable = { kind: 'failed', error: { code: 'unsupported-challenge', retryable: false, cause } };
    expect(read('SELECT_CHALLENGE', {}, ['WEB_AUTHN'], { passkeys: false })).to.deep.equal(unavailable);
    expect(wordFor(read('WEB_AUTHN', {}, [], { passkeys: false }))).to.equal('challenge-asked');
  });
});

describe('parameters that', () => {
  const garbage = ['', '{', 'null', '7', '"SMS_MFA"', '{}', '["SMS_MFA", 7]', '[null]', '[["SMS_MFA"]]'];
  for (const [name, key] of [
    ['SELECT_MFA_TYPE', 'MFAS_CAN_CHOOSE'],
    ['MFA_SETUP', 'MFAS_CAN_SETUP'],
  ] as const) {
    it(`of ${name} are missing or no list of texts are a bad response`, () => {
      expect(wordFor(read(name))).to.equal('bad-response');
      for (const text of garbage) expect(wordFor(read(name, { [key]: text })), text).to.equal('bad-response');
    });

    it(`of ${name} offer nothing that can be done here say so`, () => {
      for (const text of ['[]', '["PALM"]']) expect(wordFor(read(name, { [key]: text }))).to.equal('mfa-unavailable');
    });
  }

  it('cannot be read may be better the next time; what the pool lacks is not', () => {
    const errors = [read('MFA_SETUP'), read('MFA_SETUP', { MFAS_CAN_SETUP: '[]' })].map(
      (outcome) => outcome.kind === 'failed' && outcome.error,
    );
    expect(errors).to.deep.equal([
      { code: 'bad-response', retryable: true },
      { code: 'mfa-unavailable', retryable: false },
    ]);
  });

  it('of MFA_SETUP offer text messages alone say so', () => {
    expect(wordFor(read('MFA_SETUP', { MFAS_CAN_SETUP: '["SMS_MFA"]' }))).to.equal('mfa-unavailable');
  });

  it('of SELECT_CHALLENGE offer nothing that can be done here say so', () => {
    expect(wordFor(read('SELECT_CHALLENGE', {}, []))).to.equal('mfa-unavailable');
    expect(wordFor(read('SELECT_CHALLENGE', {}, ['PALM']))).to.equal('mfa-unavailable');
  });

  it('of NEW_PASSWORD_REQUIRED cannot be read are a bad response', () => {
    for (const requiredAttributes of garbage)
      expect(wordFor(read('NEW_PASSWORD_REQUIRED', { requiredAttributes })), requiredAttributes).to.equal(
        'bad-response',
      );
    for (const userAttributes of ['', '[]', 'null', '7'])
      expect(wordFor(read('NEW_PASSWORD_REQUIRED', { userAttributes })), userAttributes).to.equal('bad-response');
  });

  it('of WEB_AUTHN cannot be read are a bad response', () => {
    expect(wordFor(read('WEB_AUTHN'))).to.equal('bad-response');
    for (const text of ['', '{', '[]', 'null', '"a"'])
      expect(wordFor(read('WEB_AUTHN', { CREDENTIAL_REQUEST_OPTIONS: text })), text).to.equal('bad-response');
  });
});

describe('a code that is needed', () => {
  const rows: [Partial<Trail>, again: string | null, alternatives: boolean][] = [
    [{}, 'password', false],
    [{ choices: [{ kind: 'mfa', channel: 'sms' }] }, 'password', true],
    [{ choices: [{ kind: 'set-up', factor: 'totp' }] }, 'password', false],
    [{ once: true }, null, false],
    [{ passwordFirst: false }, 'username', false],
    [{ passwordFirst: false, first: 'sms', alone: false }, 'username', true],
    [{ passwordFirst: false, first: 'sms', alone: true }, 'username', false],
    [{ passwordFirst: false, first: 'password', alone: false }, 'password', true],
    [{ passwordFirst: false, once: true, first: 'passkey', alone: false }, null, true],
  ];
  for (const [way, again, alternatives] of rows)
    it(`by the way ${json(way)} is sent again by ${again}, with${alternatives ? '' : 'out'} alternatives`, () => {
      const surroundings = { trail: { ...trail, ...way } };
      const outcome = read('SMS_MFA', { CODE_DELIVERY_DESTINATION: '+*1' }, [], surroundings);
      const needed = { kind: 'code-needed', channel: 'sms', destination: '+*1', again, alternatives };
      expect(outcome).to.deep.equal(needed);
    });
});

describe('the responses to', () => {
  const rows: [string, PlainAnswer, Record<string, string>][] = [
    ['SMS_MFA', { kind: 'code', code: '1' }, { SMS_MFA_CODE: '1' }],
    ['SMS_OTP', { kind: 'code', code: '1' }, { SMS_OTP_CODE: '1' }],
    ['EMAIL_OTP', { kind: 'code', code: '1' }, { EMAIL_OTP_CODE: '1' }],
    ['SOFTWARE_TOKEN_MFA', { kind: 'code', code: '1' }, { SOFTWARE_TOKEN_MFA_CODE: '1' }],
    ['SELECT_MFA_TYPE', { kind: 'mfa', channel: 'sms' }, { ANSWER: 'SMS_MFA' }],
    ['SELECT_MFA_TYPE', { kind: 'mfa', channel: 'totp' }, { ANSWER: 'SOFTWARE_TOKEN_MFA' }],
    ['SELECT_MFA_TYPE', { kind: 'mfa', channel: 'email' }, { ANSWER: 'EMAIL_OTP' }],
    ['MFA_SETUP', { kind: 'email', email: 'ann@example.com' }, { EMAIL: 'ann@example.com' }],
    ['SELECT_CHALLENGE', { kind: 'factor', factor: 'sms' }, { ANSWER: 'SMS_OTP' }],
    ['SELECT_CHALLENGE', { kind: 'factor', factor: 'email' }, { ANSWER: 'EMAIL_OTP' }],
    ['SELECT_CHALLENGE', { kind: 'factor', factor: 'passkey' }, { ANSWER: 'WEB_AUTHN' }],
    ['CUSTOM_CHALLENGE', { kind: 'challenge', answers: { ANSWER: 'Rex', USERNAME: 'eve' } }, { ANSWER: 'Rex' }],
  ];
  for (const [name, answer, responses] of rows)
    it(`${name}, to the answer ${json(answer)}, are ${json(responses)}`, () => {
      expect(responsesTo({ name, parameters: {}, available: [] }, answer)).to.deep.equal(responses);
    });

  it('NEW_PASSWORD_REQUIRED that cannot be read hold the password alone', () => {
    const challenge = { name: 'NEW_PASSWORD_REQUIRED', parameters: { requiredAttributes: '{' }, available: [] };
    const attributes = [{ name: 'email', value: 'new@example.com' }];
    const responses = responsesTo(challenge, { kind: 'new-password', password: 'New-Lagoon-8', attributes });
    expect(responses).to.deep.equal({ NEW_PASSWORD: 'New-Lagoon-8' });
  });

  it('NEW_PASSWORD_REQUIRED hold what was asked for, and nothing else', () => {
    const parameters = {
      requiredAttributes: '["userAttributes.email"]',
      userAttributes: '{"email":"old","name":"Ann"}',
    };
    const attributes = [
      { name: 'email', value: 'new@example.com' },
      { name: 'name', value: 'Eve' },
    ];
    const challenge = { name: 'NEW_PASSWORD_REQUIRED', parameters, available: [] };
    expect(responsesTo(challenge, { kind: 'new-password', password: 'New-Lagoon-8', attributes })).to.deep.equal({
      NEW_PASSWORD: 'New-Lagoon-8',
      'userAttributes.email': 'new@example.com',
    });
  });
});
