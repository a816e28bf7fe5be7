import { expect } from '@open-wc/testing';
import { visit, type Person } from '../support/person.js';
import { ann, openPool } from '../support/pool.js';

for (const fields of ['slotted', 'shadow'] as const) {
  describe(`an element inside a form of the page, with fields="${fields}"`, () => {
    let pageForm: HTMLFormElement;
    let person: Person;
    /** The submit events that the page's form heard. */
    const submitted: EventTarget[] = [];

    beforeEach(async () => {
      submitted.length = 0;
      pageForm = document.createElement('form');
      pageForm.innerHTML = '<input name="nickname" value="Annie"><button>Save</button>';
      pageForm.addEventListener('submit', (event) => {
        event.preventDefault();
        submitted.push(event.target!);
      });
      document.body.append(pageForm);
      const pool = await openPool({ users: [ann] });
      person = await visit({ pool, set: { fields, authFlow: 'password' }, into: pageForm });
    });

    afterEach(() => pageForm.remove());

    it('signs in by Enter, and the page’s form is neither submitted nor told', async () => {
      await person.signIn('ann');
      await person.sees('Check your phone');
      await person.enterSentCode();
      await person.hears('login-success');
      person.button('Sign out').click();
      await person.hears('login-signed-out');
      expect(submitted.filter((target) => target === pageForm)).to.be.empty;
      expect(submitted.length, 'submit events of the inner form that reached the page').to.equal(0);
      expect(await person.messages()).to.equal(1);
    });

    it('owns its fields and buttons', async () => {
      await person.type('User name', 'ann');
      await person.type('Password', ann.password);
      expect(person.field('User name').form).to.equal(person.form);
      expect(person.field('Password').form).to.equal(person.form);
      expect(person.button('Sign in').form).to.equal(person.form);
      expect([...pageForm.elements].map((element) => element.tagName)).to.deep.equal(['INPUT', 'BUTTON']);
      expect([...new FormData(pageForm).keys()]).to.deep.equal(['nickname']);
    });

    it('is left alone when the page’s form is submitted or reset', async () => {
      await person.type('User name', 'ann');
      const [nickname] = pageForm.elements;
      (nickname as HTMLInputElement).focus();
      await person.press('Enter');
      expect(submitted).to.deep.equal([pageForm]);
      expect(person.hint('Password')).to.equal('');
      pageForm.reset();
      expect(person.field('User name').value).to.equal('ann');
      await person.signIn('ann');
      await person.sees('Check your phone');
    });
  });
}
