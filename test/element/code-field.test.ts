import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { visit, type Person } from '../support/person.js';
import { ann, eve, openPool, otherCode } from '../support/pool.js';
import { holdFetch } from './held-fetch.js';
import { until } from './until.js';

interface Answer {
  ChallengeResponses?: Record<string, string>;
}

async function atCodeStep(fields: 'slotted' | 'shadow' = 'slotted', username = 'ann') {
  const held = holdFetch();
  const pool = await openPool({ users: [ann, eve], settings: { emailCodeLength: 8 } });
  const person = await visit({ pool, set: { fields, authFlow: 'password', fetch: held.fetch } });
  await person.signIn(username);
  await person.hears('login-code-sent');
  const sent = () => held.bodies.flatMap(({ ChallengeResponses }: Answer) => ChallengeResponses?.SMS_MFA_CODE ?? []);
  return { person, sent };
}

/** As a paste does it: all at once. */
async function paste(person: Person, text: string): Promise<void> {
  const field = person.field('Code');
  field.focus();
  field.select();
  document.execCommand('insertText', false, text);
  await person.element.updateComplete;
}

for (const fields of ['slotted', 'shadow'] as const) {
  describe(`the code's field with fields="${fields}"`, () => {
    it('is one input that phones and browsers know how to fill', async () => {
      const { person } = await atCodeStep(fields);
      const field = person.field('Code');
      const visible = [...person.form.querySelectorAll('input')].filter(({ tabIndex }) => tabIndex >= 0);
      expect(visible).to.have.lengthOf(1);
      expect([field.type, field.inputMode, field.getAttribute('autocomplete')]).to.deep.equal([
        'text',
        'numeric',
        'one-time-code',
      ]);
      expect(field.maxLength, 'a limit would cut a pasted message').to.equal(-1);
      expect(person.focused).to.equal(field);
      expect(await person.messages()).to.equal(1);
    });

    it('finds the code in a pasted message', async () => {
      const { person } = await atCodeStep(fields);
      const code = await person.pool.lastCode();
      await paste(person, `Your code is ${code.slice(0, 3)} ${code.slice(3)}.`);
      expect(person.field('Code').value).to.equal(code);
      await person.press('Enter');
      await person.hears('login-success');
      expect(await person.messages()).to.equal(1);
    });
  });
}

describe('a code', () => {
  it('is never submitted by itself', async () => {
    const { person, sent } = await atCodeStep();
    await person.type('Code', await person.pool.lastCode());
    await person.element.updateComplete;
    expect(person.form.ariaBusy ?? person.form.getAttribute('aria-busy')).to.equal('false');
    expect(sent()).to.be.empty;
    expect(await person.messages()).to.equal(1);
  });

  for (const [typed, means] of [
    ['0012 34', '001234'],
    ['00-12-34', '001234'],
    [' 123456 ', '123456'],
    ['٠١٢٣٤٥', '012345'],
    ['１２３４５６', '123456'],
  ] as const) {
    it(`typed as "${typed}" travels as ${means}`, async () => {
      const { person, sent } = await atCodeStep();
      await paste(person, typed);
      await person.press('Enter');
      await person.hears('login-failure');
      expect(sent()).to.deep.equal([means]);
      expect(await person.messages()).to.equal(1);
    });
  }

  it('may be typed key by key with a blank in it', async () => {
    const { person } = await atCodeStep();
    const code = await person.pool.lastCode();
    await person.enterCode(`${code.slice(0, 3)} ${code.slice(3)}`);
    await person.hears('login-success');
    expect(await person.messages()).to.equal(1);
  });

  for (const [typed, corrected, means] of [
    ['١٢٩٤٥٦', '١٢٤٥٦', '123456'],
    ['129 456', '12 456', '123456'],
  ] as const) {
    it(`typed as "${typed}" is corrected in the middle, with the caret left where it is`, async () => {
      const { person, sent } = await atCodeStep();
      await person.type('Code', typed);
      const field = person.field('Code');
      const caret = () => [field.value, field.selectionStart, field.selectionEnd];
      field.setSelectionRange(3, 3);
      await person.press('Backspace');
      expect(caret()).to.deep.equal([corrected, 2, 2]);
      await sendKeys({ type: typed.startsWith('1') ? '3' : '٣' });
      expect(field.selectionEnd).to.equal(3);
      await person.press('Enter');
      await person.hears('login-failure');
      expect(sent()).to.deep.equal([means]);
      expect(await person.messages()).to.equal(1);
    });
  }

  for (const [what, command, left] of [
    ['cut out', 'cut', '١٢٣٥٦'],
    ['taken back', 'undo', '١٢٣ ٤٥٦'],
  ] as const) {
    it(`is left alone when something in it is ${what}`, async () => {
      const { person } = await atCodeStep();
      const field = person.field('Code');
      await person.type('Code', '١٢٣ ٤٥٦');
      field.setSelectionRange(3, 5);
      if (command === 'undo') await person.press('Delete');
      // WebKit's driver has no clipboard: there it is deleted.
      if (!document.execCommand(command)) document.execCommand('delete');
      expect(field.value).to.equal(left);
      expect(await person.messages()).to.equal(1);
    });
  }

  it('is left alone while an input method composes it', async () => {
    const { person } = await atCodeStep();
    const field = person.field('Code');
    field.value = '１２３４';
    field.dispatchEvent(new InputEvent('input', { data: '１２３４', isComposing: true, bubbles: true }));
    expect(field.value).to.equal('１２３４');
    field.dispatchEvent(new InputEvent('input', { data: '１２３４', bubbles: true }));
    expect(field.value).to.equal('1234');
    expect(await person.messages()).to.equal(1);
  });

  it('may have eight digits', async () => {
    const { person } = await atCodeStep('slotted', 'eve');
    expect(await person.pool.lastCode()).to.have.lengthOf(8);
    await person.enterSentCode();
    await person.hears('login-success');
    expect(await person.messages()).to.equal(1);
  });

  for (const [typed, sentence] of [
    ['', 'Enter the code.'],
    ['   ', 'Enter the code.'],
    ['abc', 'Enter all digits of the code, without letters.'],
    ['12', 'Enter all digits of the code, without letters.'],
  ] as const) {
    it(`"${typed}" is not sent but answered with a sentence by the field`, async () => {
      const { person, sent } = await atCodeStep();
      await person.enterCode(typed);
      await until(() => person.hint('Code') !== '');
      expect(person.hint('Code')).to.equal(sentence);
      expect(person.status).to.equal(sentence);
      expect(person.field('Code').value, 'what was typed stays').to.equal(typed);
      expect(person.focused).to.equal(person.field('Code'));
      expect(sent()).to.be.empty;
      expect(person.heard('login-failure')).to.be.empty;
      expect(await person.messages()).to.equal(1);
    });
  }

  it('that is wrong is selected, so that typing replaces it', async () => {
    const { person, sent } = await atCodeStep();
    const code = await person.pool.lastCode();
    await person.enterCode(otherCode(code));
    await person.hears('login-failure');
    await sendKeys({ type: code });
    await person.press('Enter');
    await person.hears('login-success');
    expect(sent()).to.deep.equal([otherCode(code), code]);
    expect(await person.messages()).to.equal(1);
  });
});
