import { expect } from '@open-wc/testing';
import { visit } from '../support/person.js';
import { openPool } from '../support/pool.js';

const passwords: Record<string, string> = {
  'of 256 characters': 'Aa1!'.repeat(64),
  'of 256 characters of four bytes each': '🦊'.repeat(128),
  'of emoji, joined and coloured': 'Aa1!👩‍👩‍👧‍👦🏳️‍🌈👍🏽',
  'in Greek, Hebrew, Hindi and Chinese': 'Κωδικός-סיסמה-पासवर्ड-密码',
  'with letters that have two spellings': 'a\u0301e\u0301-\u00e1\u00e9-\u212b-ﬁ',
  'with blanks around it': '  Blue Lagoon 7  ',
  'of blanks alone': '        ',
  'with quotes, braces and angle brackets': `"'\\{}<script>\${x}</script>&amp;%00`,
};

for (const authFlow of ['srp', 'password'] as const) {
  describe(`a password with auth-flow="${authFlow}"`, () => {
    for (const [name, password] of Object.entries(passwords)) {
      it(`${name} signs in, byte for byte`, async () => {
        const pool = await openPool({ users: [{ username: 'eve', password }] });
        const person = await visit({ pool, set: { authFlow } });
        await person.signIn('eve', password);
        await person.hears('login-success');
        expect(person.heard('login-failure')).to.be.empty;
      });
    }
  });
}

describe('a password that is nearly right', () => {
  const nearly = { 'without its blanks': '  Blue  ', 'in its other spelling': '\u00e1\u00e9-Blue-7' };

  for (const [name, password] of Object.entries(nearly)) {
    it(`${name} is refused, and stays in the field`, async () => {
      const person = await visit({ pool: await openPool({ users: [{ username: 'eve', password }] }) });
      const typed = password.trim().normalize('NFD');
      await person.signIn('eve', typed);
      expect(await person.hears('login-failure')).to.include({ code: 'invalid-credentials' });
      expect(person.field('Password').value).to.equal(typed);
      await person.type('Password', password);
      await person.press('Enter');
      await person.hears('login-success');
    });
  }
});
