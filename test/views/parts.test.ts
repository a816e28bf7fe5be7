/** What the views reckon, apart from what they show. */
import { expect } from '@open-wc/testing';
import { defaultPolicy } from '../../src/flow/password-policy.js';
import type { Problem } from '../../src/flow/error.js';
import { english } from '../../src/i18n/load-messages.js';
import { attributeInput } from '../../src/views/parts/attribute-input.js';
import { attributeLabel } from '../../src/views/parts/attribute-names.js';
import { rulesForManagers } from '../../src/views/parts/password-rules.js';
import { fieldInError, problemText } from '../../src/views/parts/problem.js';
import { keyAddress } from '../../src/views/parts/secret.js';
import type { View } from '../../src/views/step-view.js';

describe('the address of an authenticator app’s key', () => {
  const rows: [issuer: string, account: string, path: string, issuerWritten: string][] = [
    ['Shop', 'ann', 'Shop:ann', 'Shop'],
    ['Big Shop', 'ann@example.org', 'Big%20Shop:ann%40example.org', 'Big%20Shop'],
    ['A&B=C?#', 'x/y', 'A%26B%3DC%3F%23:x%2Fy', 'A%26B%3DC%3F%23'],
    ['shop:8080', 'acme:ann', 'shop%208080:acme%20ann', 'shop%208080'],
    ['متجر', 'å', '%D9%85%D8%AA%D8%AC%D8%B1:%C3%A5', '%D9%85%D8%AA%D8%AC%D8%B1'],
    ['half \ud83d', '\udc8e', 'half%20%EF%BF%BD:%EF%BF%BD', 'half%20%EF%BF%BD'],
  ];
  for (const [issuer, account, path, written] of rows) {
    it(`of ${account} at ${issuer}`, () => {
      const address = keyAddress('JBSWY3DP', issuer, account);
      expect(address).to.equal(`otpauth://totp/${path}?secret=JBSWY3DP&issuer=${written}`);
    });
  }
});

describe('a new password’s rules for password managers', () => {
  it('name every rule of the policy', () => {
    expect(rulesForManagers(defaultPolicy)).to.equal(
      'minlength: 8; required: lower; required: upper; required: digit; required: [-.!?@#$%&*];',
    );
  });
  it('name no other', () => {
    const none = { minLength: 12, lowercase: false, uppercase: false, number: false, symbol: false };
    expect(rulesForManagers(none)).to.equal('minlength: 12;');
  });
});

describe('an attribute', () => {
  it('of every pool has an input that fits', () => {
    expect(attributeInput('birthdate')).to.deep.equal({ type: 'date', autocomplete: 'bday' });
    expect(attributeInput('phone_number').type).to.equal('tel');
    expect(attributeInput('given_name').autocomplete).to.equal('given-name');
  });
  for (const [name, label] of Object.entries({
    'custom:team': 'team',
    shoe_size: 'shoe_size',
    constructor: 'constructor',
  })) {
    it(`"${name}" of the pool’s own is text, labelled "${label}"`, () => {
      expect(attributeInput(name)).to.deep.equal({ autocomplete: 'off' });
      expect(attributeLabel(name, english)).to.equal(label);
    });
  }
});

describe('an error', () => {
  const view = (loginWith: 'username' | 'email' | 'phone' = 'username'): View =>
    ({ text: english, options: { loginWith, passwordPolicy: { ...defaultPolicy, minLength: 10 } } }) as unknown as View;
  const login = (code: 'invalid-credentials' | 'offline'): Problem => ({ code, retryable: false });

  it('belongs to its field, where the form has that', () => {
    expect(fieldInError(login('invalid-credentials'), ['username', 'password'])).to.equal('password');
    expect(fieldInError(login('invalid-credentials'), ['username'])).to.equal(null);
    expect(fieldInError(login('offline'), ['username', 'password'])).to.equal(null);
    expect(fieldInError(null, ['username'])).to.equal(null);
  });

  it('of an attribute belongs to the attribute’s field, and names it', () => {
    const error = { code: 'attribute-missing', attribute: 'given_name' } as const;
    expect(fieldInError(error, ['attribute-given_name', 'password'])).to.equal('attribute-given_name');
    expect(problemText(error, view())).to.equal('Please fill in: Given name.');
    expect(fieldInError({ code: 'email-format', attribute: 'email' }, ['email', 'attribute-email'])).to.equal(
      'attribute-email',
    );
    const conflict = { code: 'account-conflict', retryable: false } as const;
    expect(fieldInError(conflict, ['attribute-name', 'attribute-email', 'password'])).to.equal('attribute-email');
    expect(fieldInError(conflict, ['code'])).to.equal(null);
  });

  it('of a password says which rule it is', () => {
    const refused = { code: 'password-policy', retryable: false } as const;
    expect(problemText({ ...refused, rule: 'length' }, view())).to.equal(
      'The password is too short. Choose a longer one.',
    );
    expect(problemText(refused, view())).to.equal('The password does not meet the rules.');
  });

  it('of a missing user name asks for what the field is for', () => {
    expect(problemText({ code: 'username-missing' }, view())).to.equal('Enter your user name.');
    expect(problemText({ code: 'username-missing' }, view('email'))).to.include('e-mail address');
    expect(problemText({ code: 'username-missing' }, view('phone'))).to.include('country code');
  });
});
