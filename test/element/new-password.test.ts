import { expect } from '@open-wc/testing';
import { visitScenario, type Person } from '../support/person.js';
import { password as given } from '../support/pool.js';

const label = 'New password';
/** By label: the input's type, its keyboard and its token of autofill, which are what the browser goes by. */
const inputs: Record<string, [type: string, inputMode: string, autocomplete: string]> = {
  'Given name': ['text', '', 'given-name'],
  'Family name': ['text', '', 'family-name'],
  'Date of birth': ['date', '', 'bday'],
  'E-mail address': ['text', 'email', 'email'],
  'Phone number': ['tel', '', 'tel'],
  team: ['text', '', 'off'],
  [label]: ['password', '', 'new-password'],
};

async function atStep(): Promise<Person> {
  const person = await visitScenario('new-password', { phoneCountry: 'GB', passwordPolicy: { minLength: 10 } });
  await person.signIn('ned');
  await person.sees('Choose a new password');
  return person;
}

/** Presses Enter, and waits for the sentence under a field. */
async function submits(person: Person, password: string | null, failures: number): Promise<void> {
  if (password !== null) await person.type(label, password);
  await person.press('Enter');
  if (failures) await person.hears('login-failure', failures);
  await person.element.updateComplete;
}

async function fillIn(person: Person, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await person.type(name, value);
  // Typed in the order of the browser's own language.
  person.field('Date of birth').value = '1990-01-31';
}

function expectTold(person: Person, name: string, sentence: string): void {
  expect(person.hint(name)).to.include(sentence);
  expect(person.status).to.equal(sentence);
  expect(person.focused).to.equal(person.field(name));
  expect(person.field(name).getAttribute('aria-invalid')).to.equal('true');
  expect(person.form.querySelectorAll('[aria-invalid=true]')).to.have.lengthOf(1);
}

const valuesOf = (person: Person): string[] =>
  Object.keys(inputs)
    .slice(0, -1)
    .map((name) => person.field(name).value);

describe('a new password', () => {
  it('comes with what the pool wants to know, each by a fitting input', async () => {
    const person = await atStep();
    expect(person.intro).to.equal(
      'Your account needs a password that only you know, and some details. You have about 3 minutes.',
    );
    const labels = [...person.form.querySelectorAll('label')].map(({ textContent }) => textContent);
    expect(labels).to.deep.equal(Object.keys(inputs));
    person.element.messages = { attributes: { 'custom:team': 'Your team' } };
    await person.element.updateComplete;
    expect([person.has('Your team'), person.has('team')]).to.deep.equal([true, false]);
    person.element.messages = undefined;
    await person.element.updateComplete;
    for (const [name, [type, inputMode, token]] of Object.entries(inputs)) {
      const field = person.field(name);
      // The attribute, since Firefox's property says nothing of words that it does not know, such as bday.
      const autocomplete = field.getAttribute('autocomplete') ?? '';
      expect([field.type, field.inputMode, autocomplete], name).to.deep.equal([type, inputMode, token]);
    }
    expect(person.focused).to.equal(person.field('Given name'));
    expect(person.field(label).getAttribute('passwordrules')).to.match(/^minlength: 10; required: lower;/);
    expect(person.form.querySelector<HTMLInputElement>('[name=username]')!.value).to.equal('ned');
  });

  it('is measured while it is typed', async () => {
    const person = await atStep();
    const rules = ['At least 10 characters', 'Lower-case letter', 'Upper-case letter', 'Digit', 'Special character'];
    const expectMet = async (text: string, ...met: number[]) => {
      await person.type(label, text);
      await person.element.updateComplete;
      const told = rules.map((rule, index) => (met.includes(index) ? `${rule} (done)` : rule));
      expect(person.hint(label)).to.equal(told.join(' '));
    };
    await expectMet('');
    await expectMet('abc', 1);
    await expectMet('Abc-', 1, 2, 4);
    await expectMet('Abc-567890', 0, 1, 2, 3, 4);
    await expectMet('1', 3);
  });

  it('is refused by the pool with its reason, and nothing else that was typed is lost', async () => {
    const person = await atStep();
    await fillIn(person, {
      'Given name': 'Ned',
      'Family name': 'Náray',
      'E-mail address': 'ned@example.com',
      'Phone number': '12 34',
      team: '',
    });
    await submits(person, 'short', 0);
    expectTold(person, 'Phone number', 'Enter a phone number with the country code, for example +44.');
    expect(person.field('Phone number').value).to.equal('12 34');
    await person.type('Phone number', '(07700) 900-128');
    await submits(person, null, 0);
    expectTold(person, 'team', 'Please fill in: team.');
    expect(person.field(label).value).to.equal('short');
    expect(person.told.map(({ type }) => type)).to.deep.equal(['login-step']);

    await person.type('team', 'red');
    await submits(person, null, 1);
    expectTold(person, label, 'The password is too short. Choose a longer one.');
    const typed = ['Ned', 'Náray', '1990-01-31', 'ned@example.com', '+447700900128', 'red'];
    expect(valuesOf(person)).to.deep.equal(typed);
    await submits(person, 'lower-case-7', 2);
    expectTold(person, label, 'The password needs an upper-case letter.');
    await submits(person, given, 3);
    expectTold(person, label, 'You have used this password before. Choose another one.');
    expect(valuesOf(person)).to.deep.equal(typed);
    expect(person.heard('login-failure').map(({ code, step }) => [code, step])).to.deep.equal(
      Array.from({ length: 3 }, () => ['password-policy', 'new-password']),
    );

    await submits(person, 'Green-Lagoon-8', 0);
    await person.hears('login-success');
    const session = await person.element.getSession();
    expect(session!.getIdToken().decodePayload()).to.include({
      ...{ given_name: 'Ned', family_name: 'Náray', birthdate: '1990-01-31', email: 'ned@example.com' },
      ...{ phone_number: '+447700900128', 'custom:team': 'red' },
    });
    expect(JSON.stringify(person.told)).not.to.match(/Green-Lagoon-8|lower-case-7|short/);
  });

  it('comes without the marks that nobody sees in a pasted e-mail address, and with those of a name', async () => {
    const person = await atStep();
    const name = '\u200Fمه\u200Cرو';
    await fillIn(person, { 'Family name': 'N', 'Phone number': '+49 151 12345678', team: 'red' });
    person.paste('Given name', name);
    person.paste('E-mail address', '\u202A\u2068ned@\u200Bexample.com\u2069\u202C');
    await submits(person, 'Green-Lagoon-8', 0);
    await person.hears('login-success');
    const session = await person.element.getSession();
    expect(session!.getIdToken().decodePayload()).to.include({ given_name: name, email: 'ned@example.com' });
  });

  it('is asked for after all the rest, one thing at a time', async () => {
    const person = await atStep();
    await submits(person, null, 0);
    expectTold(person, 'Given name', 'Please fill in: Given name.');
    expect(person.hint('Phone number')).to.equal('With the country code, for example +44.');
    await fillIn(person, { 'Given name': 'Ned', 'Family name': 'N', 'E-mail address': 'ned' });
    await submits(person, null, 0);
    expectTold(person, 'E-mail address', 'Enter an e-mail address, for example name@example.com.');
    await person.type('E-mail address', 'ned@example.com');
    await person.type('Phone number', '+49 151 12345678');
    await person.type('team', 'red');
    await submits(person, null, 0);
    expectTold(person, label, 'Enter a new password.');
    expect(person.told.map(({ type }) => type)).to.deep.equal(['login-step']);
  });
});
