/** The pool's own questions, answered in the element's own field. */
import { expect } from '@open-wc/testing';
import { FakeClock } from '../support/fake-clock.js';
import { visitScenario, type Person } from '../support/person.js';
import { password } from '../support/pool.js';
import { until } from './until.js';

const heading = 'One more question';
const first = 'What is the capital of France?';
const second = 'How many legs has a spider?';

/** What is asked, above the field. */
const question = ({ form }: Person): string => form.querySelector('.cml-question')?.textContent ?? '';
const nameInForm = ({ form }: Person) => (form.elements.namedItem('username') as HTMLInputElement).value;

async function answer(person: Person, text: string): Promise<void> {
  await person.type('Answer', text);
  await person.press('Enter');
}

/** Each question is told to the page, which here leaves it to the element. */
const asked = (person: Person, times: number) => person.hears('login-challenge', times);

describe('the pool’s own questions', () => {
  it('are asked one after another, each with an empty field, an empty answer and a wrong one told', async () => {
    // At the same time by the clock, the question alone tells that it is another.
    const person = await visitScenario('custom', { authFlow: 'custom', clock: new FakeClock(Date.now()) });
    expect(person.has('Password')).to.equal(false);
    await person.type('User name', 'kim');
    await person.press('Enter');
    await person.sees(heading);
    expect(question(person)).to.equal(first);
    expect(person.form.textContent, 'the service’s own parameter').not.to.include('USERNAME');
    expect(person.focused).to.equal(person.field('Answer'));
    expect([nameInForm(person), person.field('Answer').value]).to.deep.equal(['kim', '']);
    expect(person.status).to.equal('One more question. Answer it to go on.');
    expect(person.hint('Answer'), 'read with the field').to.include(first);

    await person.press('Enter');
    await until(() => person.hint('Answer').includes('Enter your answer.'));
    expect(person.status).to.equal('Enter your answer.');
    await answer(person, 'London');
    await asked(person, 2);
    expect(question(person)).to.equal(first);
    const again = 'Your answer was not enough. Please answer again.';
    expect([person.intro, person.status]).to.deep.equal([again, again]);
    expect(person.field('Answer').value).to.equal('');
    expect(person.focused).to.equal(person.field('Answer'));
    await answer(person, 'Paris');
    await asked(person, 3);
    expect(question(person)).to.equal(second);
    expect([person.intro, person.status]).to.deep.equal(['Answer it to go on.', 'Answer it to go on.']);
    expect(person.field('Answer').value).to.equal('');
    expect(person.focused).to.equal(person.field('Answer'));
    expect(person.form.innerText).to.include('a number');
    await answer(person, '8');
    await person.hears('login-success');
    expect(person.heard('login-step').map(({ step }) => step)).to.deep.equal(['custom-challenge', 'signed-in']);
    expect(JSON.stringify(person.told)).not.to.match(/Paris|London/);
    expect(await person.messages()).to.equal(0);
  });

  it('follow the password with auth-flow="custom-srp", and end after three wrong answers', async () => {
    const person = await visitScenario('custom-srp', { authFlow: 'custom-srp' });
    await person.signIn('kay', password);
    await person.sees(heading);
    for (const [index, text] of ['London', 'Rome', 'Berlin'].entries()) {
      await asked(person, index + 1);
      await answer(person, text);
    }
    expect(await person.hears('login-failure')).to.include({ code: 'invalid-credentials', step: 'custom-challenge' });
    expect(person.heading).to.equal('Sign in');
    expect(person.field('User name').value).to.equal('kay');
    expect(person.status, 'the password was right').to.equal(
      'That did not work. Check what you entered and try again.',
    );

    await person.signIn('kay', password);
    for (const [index, text] of ['Paris', '8'].entries()) {
      await asked(person, index + 4);
      await answer(person, text);
    }
    await person.hears('login-success');
    expect(await person.messages()).to.equal(0);
  });
});
