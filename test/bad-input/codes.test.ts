import { expect } from '@open-wc/testing';
import { Network } from '../support/faults.js';
import { visit, type Person } from '../support/person.js';
import { ann, openPool } from '../support/pool.js';

const digits = (code: string, zero: number): string =>
  [...code].map((digit) => String.fromCharCode(zero + Number(digit))).join('');

const halves = (code: string, between: string): string => code.slice(0, 3) + between + code.slice(3);

/** What people type and paste, which all means the code. */
const accepted: Record<string, (code: string) => string> = {
  'with blanks around it': (code) => `  ${code}\t`,
  'with a blank in the middle': (code) => halves(code, ' '),
  'with a no-break space in the middle': (code) => halves(code, '\u00a0'),
  'with a hyphen in the middle': (code) => halves(code, '-'),
  'with a dash in the middle': (code) => halves(code, '–'),
  'with a blank after each digit': (code) => [...code].join(' '),
  'in its message': (code) => `Your code is ${halves(code, ' ')}.`,
  'in a message of two lines': (code) => `Example\nG-${code} is your code`,
  'in Arabic-Indic digits': (code) => digits(code, 0x0660),
  'in Persian digits': (code) => digits(code, 0x06f0),
  'in full-width digits': (code) => digits(code, 0xff10),
};

/** What is no code, and so is told and left in the field. */
const refused = ['abcdef', '123', '12345678901', '123a456', '1234 or 5678', '½¼¾', '🦊', '१२३'];

describe('a code', () => {
  let network: Network;
  let person: Person;

  beforeEach(async () => {
    network = new Network();
    const { fetch } = network;
    person = await visit({ pool: await openPool({ users: [ann] }), set: { fetch, authFlow: 'password' } });
    await person.signIn('ann');
    await person.sees('Check your phone');
  });

  for (const [name, write] of Object.entries(accepted)) {
    it(`pasted ${name} is taken, and shown bare`, async () => {
      const code = await person.pool.lastCode();
      person.paste('Code', write(code));
      expect(person.field('Code').value).to.equal(code);
      await person.press('Enter');
      await person.hears('login-success');
      expect(network.asked('RespondToAuthChallenge')).to.equal(1);
    });
  }

  it('typed with a blank in the middle is taken', async () => {
    await person.enterCode(halves(await person.pool.lastCode(), ' '));
    await person.hears('login-success');
  });

  it('typed in Arabic-Indic digits is taken', async () => {
    await person.enterCode(digits(await person.pool.lastCode(), 0x0660));
    await person.hears('login-success');
  });

  it('that autofill put in without an event is taken', async () => {
    person.field('Code').value = `G-${await person.pool.lastCode()}`;
    person.field('Code').focus();
    await person.press('Enter');
    await person.hears('login-success');
  });

  it('that is none is told by the field, without a request, and stays as it was typed', async () => {
    for (const text of refused) {
      person.paste('Code', text);
      await person.press('Enter');
      expect(person.hint('Code'), text).to.equal('Enter all digits of the code, without letters.');
      expect(person.field('Code').value).to.equal(text);
      expect(person.focused).to.equal(person.field('Code'));
    }
    expect(network.asked('RespondToAuthChallenge')).to.equal(0);
    expect(person.heard('login-failure')).to.be.empty;
    await person.enterSentCode();
    await person.hears('login-success');
    expect(await person.messages()).to.equal(1);
  });

  it('of the wrong length is sent to the service, which judges it', async () => {
    await person.enterCode('1234');
    expect(await person.hears('login-failure')).to.include({ code: 'wrong-code' });
    expect(person.field('Code').value).to.equal('1234');
    await person.enterSentCode();
    await person.hears('login-success');
  });
});
