import { expect } from '@open-wc/testing';
import { PhoneNumbers } from '../../src/element/phone-numbers.js';
import { visit, visitScenario } from '../support/person.js';
import { openPool, password, wrongPassword } from '../support/pool.js';
import { refusal, scriptedService } from '../support/scripted-service.js';
import { until } from './until.js';

const attributesOf = ({ type, inputMode, autocomplete, autocapitalize }: HTMLInputElement) => ({
  ...{ type, inputMode, autocomplete, autocapitalize },
});

describe('login-with="email"', () => {
  it('asks for an address, looks at it gently, and keeps what was typed', async () => {
    const person = await visitScenario('login-with-email', { loginWith: 'email' });
    expect(attributesOf(person.field('E-mail address'))).to.deep.equal({
      ...{ type: 'text', inputMode: 'email', autocomplete: 'username', autocapitalize: 'none' },
    });
    for (const text of ['', 'mia', 'mia@', 'mia example.com']) {
      person.paste('E-mail address', text);
      await person.press('Enter');
      const sentence = 'Enter your e-mail address, for example name@example.com.';
      await until(() => person.hint('E-mail address') === sentence, `about "${text}"`);
      expect(person.field('E-mail address').value).to.equal(text);
      expect(person.focused).to.equal(person.field('E-mail address'));
    }
    expect(await person.pool.log()).to.deep.equal([]);
    person.paste('E-mail address', ' mia@example.com ');
    person.paste('Password', password);
    await person.press('Enter');
    await person.sees('Check your e-mail');
    expect(person.form.textContent).to.contain('Signing in as mia@example.com');
    await person.enterSentCode();
    expect(await person.hears('login-success')).to.include({ username: 'mia@example.com' });
    expect(await person.messages()).to.equal(1);
  });

  it('asks the same of whoever forgot the password', async () => {
    const person = await visitScenario('login-with-email', { loginWith: 'email' });
    await person.type('E-mail address', 'mia');
    await person.activate('Forgot password?');
    await person.sees('Reset your password');
    expect(person.field('E-mail address').value).to.equal('mia');
    await person.press('Enter');
    await until(() => person.hint('E-mail address').startsWith('Enter your e-mail address'));
    await person.type('E-mail address', 'mia@example.com');
    await person.press('Enter');
    await person.sees('Choose a new password');
    expect(await person.messages()).to.equal(1);
  });
});

for (const [loginWith, label, typed] of [
  ['email', 'E-mail address', 'mia@example.com'],
  ['phone', 'Phone number', '+447700900134'],
] as const)
  it(`with login-with="${loginWith}" what was asked for is what may not be right, and the name is called so further on`, async () => {
    const person = await visitScenario(`login-with-${loginWith}`, { loginWith });
    await person.type(label, typed);
    await person.type('Password', wrongPassword);
    await person.press('Enter');
    await person.hears('login-failure');
    const sentence = `The ${label.toLowerCase()} or password is not right.`;
    expect([person.hint('Password'), person.status]).to.deep.equal([sentence, sentence]);
    await person.type('Password', password);
    await person.press('Enter');
    await person.hears('login-code-sent');
    expect(person.form.querySelector<HTMLInputElement>('[name=username]')!.ariaLabel).to.equal(label);
  });

describe('marks that nobody sees', () => {
  const incorrect = () => refusal('NotAuthorizedException', 'Incorrect.');
  const arrive = async (loginWith: 'email' | 'username') => {
    const { fetch, sent } = scriptedService(incorrect(), incorrect());
    const set = { fetch, loginWith, authFlow: 'password' } as const;
    const person = await visit({ pool: await openPool({ users: [] }), set });
    return { person, sent };
  };

  for (const marked of ['\u202Amia@example.com\u202C', '\u2068mia@example.com\u2069 ', 'mia@\u200Bexample.com\u200E']) {
    it(`are no part of the address ${encodeURI(marked)}`, async () => {
      const { person, sent } = await arrive('email');
      person.paste('E-mail address', marked);
      person.paste('Password', password);
      await person.press('Enter');
      await person.hears('login-failure');
      expect(sent[0]!.params.AuthParameters).to.include({ USERNAME: 'mia@example.com' });
      expect(person.field('E-mail address').value).to.equal('mia@example.com');

      person.paste('E-mail address', marked);
      await person.activate('Forgot password?');
      await person.sees('Reset your password');
      person.paste('E-mail address', marked);
      await person.press('Enter');
      await until(() => sent.length === 2);
      expect(sent[1]).to.deep.include({ operation: 'ForgotPassword' });
      expect(sent[1]!.params.Username).to.equal('mia@example.com');
    });
  }

  it('belong to a user name, for in some languages they are spelling', async () => {
    const { person, sent } = await arrive('username');
    const name = '\u200Fمه\u200Cرو\u200B';
    person.paste('User name', name);
    person.paste('Password', password);
    await person.press('Enter');
    await person.hears('login-failure');
    expect(sent[0]!.params.AuthParameters).to.include({ USERNAME: name });
  });
});

describe('login-with="phone"', () => {
  const british = '+447700900134';
  const hint = 'With the country code, for example +44.';

  it('asks for a number and signs in with it', async () => {
    const person = await visitScenario('login-with-phone', { loginWith: 'phone', phoneCountry: 'GB' });
    expect(attributesOf(person.field('Phone number'))).to.deep.equal({
      ...{ type: 'tel', inputMode: 'tel', autocomplete: 'username', autocapitalize: 'none' },
    });
    expect(person.hint('Phone number')).to.equal(hint);
    await import('../../src/element/phone-library.js');
    await person.type('Phone number', '07700 900134');
    person.paste('Password', password);
    await person.press('Enter');
    await person.sees('Check your phone');
    await person.enterSentCode();
    expect(await person.hears('login-success')).to.include({ username: british });
    expect(await person.messages()).to.equal(1);
  });

  it('takes a number as it is pasted, and sends it as E.164', async () => {
    const texts = [' 07700 900134 ', '0044 7700 900134', '+44 (0)7700 900-134', 'tel:+447700900134', '٠٧٧٠٠٩٠٠١٣٤'];
    const { fetch, sent } = scriptedService(...texts.map(() => refusal('NotAuthorizedException', 'Incorrect.')));
    const pool = await openPool({ users: [] });
    const set = { fetch, loginWith: 'phone', phoneCountry: 'GB', authFlow: 'password' } as const;
    const person = await visit({ pool, set });
    await import('../../src/element/phone-library.js');
    for (const [index, text] of texts.entries()) {
      person.paste('Phone number', text);
      person.paste('Password', password);
      await person.press('Enter');
      await person.hears('login-failure', index + 1);
      expect(sent.at(-1)!.params.AuthParameters).to.include({ USERNAME: british });
    }
    person.element.phoneCountry = 'DE';
    person.paste('Phone number', 'pia');
    person.paste('Password', password);
    await person.press('Enter');
    await until(() => person.hint('Phone number').startsWith('Enter your phone number with the country code'));
    expect(person.hint('Phone number'), 'said once').not.to.contain(hint);
    expect(person.focused).to.equal(person.field('Phone number'));
    expect(sent).to.have.lengthOf(texts.length);
  });

  it('asks for the library again with each submission, as long as it could not be loaded', async () => {
    const { load } = PhoneNumbers.prototype;
    let tried = 0;
    PhoneNumbers.prototype.load = () => Promise.resolve(void tried++);
    try {
      const person = await visitScenario('login-with-phone', { loginWith: 'phone', phoneCountry: 'GB' });
      person.paste('Phone number', '07700 900134');
      person.paste('Password', password);
      await person.press('Enter');
      await until(() => person.hint('Phone number').startsWith('Enter your phone number with the country code'));
      expect(tried).to.equal(2);
      PhoneNumbers.prototype.load = load;
      await import('../../src/element/phone-library.js');
      await person.press('Enter');
      await person.press('Enter');
      await person.sees('Check your phone');
      expect(await person.messages()).to.equal(1);
    } finally {
      PhoneNumbers.prototype.load = load;
    }
  });
});
