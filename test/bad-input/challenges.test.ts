/** Challenges that are malformed, empty or unknown: each ends in a sentence, and leaves a way on. */
import { expect } from '@open-wc/testing';
import { listenToAccidents, listenToConsole } from '../support/faults.js';
import { visit, type Person } from '../support/person.js';
import { openPool, password } from '../support/pool.js';
import { challenge, choice, refusal, scriptedService, tokens, type Reply } from '../support/scripted-service.js';

type Set = NonNullable<NonNullable<Parameters<typeof visit>[0]>['set']>;

const sentences = {
  'bad-response': /^Something on this network answered in the service’s place/,
  'mfa-unavailable': /^This way to confirm it is you is not set up for your account\.$/,
  'unsupported-challenge': /^Sign-in is unavailable here\.$/,
  'delivery-failed': /^The code could not be sent\. Try again\.$/,
  'account-conflict': /^This address already belongs to another account\.$/,
} as const;

/** Only its ids are used: the script is the service. */
let pool: Awaited<ReturnType<typeof openPool>>;
let accidents: readonly string[];

before(async () => {
  pool = await openPool({ users: [] });
});
beforeEach(() => {
  accidents = listenToAccidents();
  listenToConsole(); // a developer is told of what has no step
});
afterEach(() => {
  expect(accidents).to.deep.equal([]);
});

/** Fills in at once: how keys behave is proved in test/element. */
async function submit({ form, element }: Person, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = [...form.querySelectorAll('input')].find((input) => input.name === name && !input.readOnly);
    if (field) field.value = value;
  }
  form.requestSubmit();
  await element.updateComplete;
}

async function arrive(script: readonly Reply[], set: Set = {}) {
  const service = scriptedService(...script);
  const person = await visit({ pool, set: { authFlow: 'password', fetch: service.fetch, ...set } });
  await submit(person, { username: 'ann', password });
  return { person, service };
}

const mfa = (names: unknown) => challenge('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: JSON.stringify(names) });
const setUp = (names: unknown) => challenge('MFA_SETUP', { MFAS_CAN_SETUP: JSON.stringify(names) });
const required = (names: unknown) =>
  challenge('NEW_PASSWORD_REQUIRED', { requiredAttributes: JSON.stringify(names), userAttributes: '{}' });
const choosing: Set = { authFlow: 'choice' };

const endings: [what: string, reply: string, code: keyof typeof sentences, set?: Set][] = [
  ['methods that are cut short', challenge('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: '["SMS_MFA"' }), 'bad-response'],
  ['methods that are no list', mfa({ SMS_MFA: true }), 'bad-response'],
  ['methods that are no texts', mfa([1, null]), 'bad-response'],
  ['no methods at all', challenge('SELECT_MFA_TYPE'), 'bad-response'],
  ['an empty list of methods', mfa([]), 'mfa-unavailable'],
  ['methods that nobody knows', mfa(['CARRIER_PIGEON', '__proto__', 'constructor']), 'mfa-unavailable'],
  ['a set-up that is cut short', challenge('MFA_SETUP', { MFAS_CAN_SETUP: '[' }), 'bad-response'],
  ['a set-up of nothing known', setUp(['SMS_MFA', 'RETINA']), 'mfa-unavailable'],
  ['an empty set-up', setUp([]), 'mfa-unavailable'],
  ['attributes that are cut short', challenge('NEW_PASSWORD_REQUIRED', { requiredAttributes: '[' }), 'bad-response'],
  ['attributes that are no texts', required([{ name: 'email' }]), 'bad-response'],
  ['values that are cut short', challenge('NEW_PASSWORD_REQUIRED', { userAttributes: '{' }), 'bad-response'],
  ['values that are a list', challenge('NEW_PASSWORD_REQUIRED', { userAttributes: '[]' }), 'bad-response'],
  ['an empty choice of first factors', choice(), 'mfa-unavailable', choosing],
  ['first factors that nobody knows', choice('RETINA_SCAN'), 'mfa-unavailable', choosing],
  ['first factors that are no texts', choice(7), 'bad-response', choosing],
  ['a choice that is not there', challenge('SELECT_CHALLENGE'), 'bad-response', choosing],
  ['parameters that are no texts', challenge('SMS_MFA', { CODE_DELIVERY_DESTINATION: { to: 1 } }), 'bad-response'],
  ['parameters that are a list', challenge('CUSTOM_CHALLENGE', []), 'bad-response'],
  ['a challenge without a Session', challenge('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: '[]' }, ''), 'bad-response'],
  ['a challenge without a name', challenge('', { MFAS_CAN_CHOOSE: '[]' }), 'bad-response'],
  ['a challenge that nobody knows', challenge('RETINA_SCAN', { EYE: 'left' }), 'unsupported-challenge'],
];

describe('a challenge that cannot be shown', () => {
  for (const [what, reply, code, set] of endings)
    it(`${what}: a sentence, and the first step takes another try`, async () => {
      const { person } = await arrive([reply, tokens()], set);
      expect(await person.hears('login-failure')).to.include({ code, step: 'sign-in' });
      expect(person.heading).to.equal('Sign in');
      expect(person.status).to.match(sentences[code]);
      expect(person.hint(person.has('Password') ? 'Password' : 'User name')).to.match(sentences[code]);
      expect(person.field('User name').value).to.equal('ann');
      await submit(person, { password });
      await person.hears('login-success');
      expect(person.heard('login-failure')).to.have.lengthOf(1);
    });
});

describe('a challenge that says little', () => {
  const names = ['custom:shoe_size', 'favourite', '__proto__', 'custom:<b>', 'custom:a"b\\c]', 'custom:Größe'];

  it('asks for attributes that nobody knows as texts, and sends each by its name', async () => {
    const { person, service } = await arrive([required(names.map((name) => `userAttributes.${name}`)), tokens()]);
    await person.sees('Choose a new password');
    const labels = [...person.form.querySelectorAll('label')].map(({ textContent }) => textContent);
    const shown = ['shoe_size', 'favourite', '__proto__', '<b>', 'a"b\\c]', 'Größe', 'New password'];
    expect(labels).to.deep.equal(shown);
    for (const label of shown.slice(0, -1)) expect(person.field(label).type).to.equal('text');
    await submit(person, { password });
    expect(person.hint('shoe_size')).to.equal('Please fill in: shoe_size.');
    const values = Object.fromEntries(names.map((name) => [`attribute-${name}`, `my ${name}`]));
    await submit(person, { ...values, password });
    await person.hears('login-success');
    const sent = Object.entries(service.sent.at(-1)!.params.ChallengeResponses!);
    const attributes = sent.filter(([name]) => name.startsWith('userAttributes.'));
    expect(attributes).to.deep.equal(names.map((name) => [`userAttributes.${name}`, `my ${name}`]));
  });

  it('asks for a new password alone where no attribute is named', async () => {
    const { person, service } = await arrive([challenge('NEW_PASSWORD_REQUIRED'), tokens()]);
    await person.sees('Choose a new password');
    expect(person.intro).to.equal('Your account needs a password that only you know. You have about 3 minutes.');
    await submit(person, { password });
    await person.hears('login-success');
    expect(service.sent.at(-1)!.params.ChallengeResponses).to.deep.equal({ USERNAME: 'ann', NEW_PASSWORD: password });
  });

  it('offers what is known among methods that are not', async () => {
    const { person } = await arrive([mfa(['RETINA', 'EMAIL_OTP', 'EMAIL_OTP', 'SMS_MFA']), challenge('EMAIL_OTP')]);
    await person.sees('Choose how to confirm it’s you');
    expect(person.form.querySelectorAll('li')).to.have.lengthOf(2);
    await person.activate('E-mail We send a code to your e-mail address.');
    await person.sees('Check your e-mail');
    expect(person.intro).to.equal('We sent you a code.');
  });

  it('shows a question as text, whatever is in it, or none', async () => {
    const question = '<img src=x onerror="throw 1"><script>throw 2</script>';
    const { person } = await arrive([
      challenge('CUSTOM_CHALLENGE', { question, '<i>': '<u>', blank: ' ' }),
      challenge('CUSTOM_CHALLENGE'),
      tokens(),
    ]);
    await person.sees('One more question');
    expect(person.form.innerText).to.include(question).and.to.include('<u>');
    expect(person.form.querySelector('img, script, u, i')).to.equal(null);
    await submit(person, { answer: '' });
    expect(person.hint('Answer')).to.include('Enter your answer.');
    await submit(person, { answer: 'blue' });
    await person.hears('login-challenge', 2);
    expect(person.form.innerText).not.to.include(question);
    await submit(person, { answer: 'red' });
    await person.hears('login-success');
  });
});

describe('an answer that is refused', () => {
  it('where the message could not be sent leaves the choice as it was', async () => {
    const { person } = await arrive([
      ...[mfa(['SMS_MFA', 'EMAIL_OTP']), refusal('CodeDeliveryFailureException', 'The message was not delivered.')],
      challenge('EMAIL_OTP'),
    ]);
    await person.sees('Choose how to confirm it’s you');
    await person.activate('Text message We send a code to your phone.');
    expect(await person.hears('login-failure')).to.include({ code: 'delivery-failed', step: 'choose-mfa' });
    expect(person.form.innerText).to.include('The code could not be sent. Try again.');
    expect(person.status).to.match(sentences['delivery-failed']);
    expect(person.focused).to.equal(person.button('Text message We send a code to your phone.'));
    await person.activate('E-mail We send a code to your e-mail address.');
    await person.sees('Check your e-mail');
  });

  it('where the method is gone, or its session, goes back to the first step with a sentence', async () => {
    for (const [reply, sentence] of [
      [refusal('MFAMethodNotFoundException'), sentences['mfa-unavailable']],
      [refusal('NotAuthorizedException', 'Invalid session for the user, session is expired.'), /^That took too long\./],
    ] as const) {
      const { person } = await arrive([mfa(['SMS_MFA', 'EMAIL_OTP']), reply, tokens()]);
      await person.sees('Choose how to confirm it’s you');
      await person.activate('Text message We send a code to your phone.');
      expect(await person.hears('login-failure')).to.include({ step: 'choose-mfa' });
      expect(person.hint('Password')).to.match(sentence);
      expect(person.focused).to.equal(person.field('Password'));
      person.element.remove();
    }
  });

  it('by a set-up without a key leaves the step as it was', async () => {
    const { person } = await arrive([
      ...[setUp(['SOFTWARE_TOKEN_MFA']), '{"Session":"short of a key"}', '{"SecretCode":"<b>","Session":"s"}'],
      JSON.stringify({ SecretCode: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', Session: 'S'.repeat(40) }),
    ]);
    await person.sees('Set up a second step');
    for (const times of [1, 2]) {
      await person.activate('Continue');
      expect(await person.hears('login-failure', times)).to.include({ code: 'bad-response', step: 'choose-set-up' });
      expect(person.form.innerText).to.match(/Something on this network answered/);
      expect(person.hasButton('Back')).to.equal(true);
    }
    await person.activate('Continue');
    await person.sees('Set up your authenticator app');
  });

  it('for an address that is somebody else’s leaves it to be changed', async () => {
    const { person } = await arrive([
      ...[setUp(['EMAIL_OTP']), refusal('AliasExistsException', 'An account with the given email already exists.')],
      challenge('EMAIL_OTP', { CODE_DELIVERY_DESTINATION: 'a***@e***' }),
    ]);
    await person.sees('Add your e-mail address');
    await submit(person, { email: 'bob@example.com' });
    await person.hears('login-failure');
    expect(person.hint('E-mail address')).to.match(sentences['account-conflict']);
    expect(person.field('E-mail address').value).to.equal('bob@example.com');
    expect(person.focused).to.equal(person.field('E-mail address'));
    await submit(person, { email: 'ann@example.com' });
    await person.sees('Check your e-mail');
  });
});
