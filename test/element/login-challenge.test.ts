/** The event `login-challenge`, through which a page renders a challenge itself. */
import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { LoginChallengeDetail } from '../../src/index.js';
import { listenToConsole } from '../support/faults.js';
import { visitScenario, type Person } from '../support/person.js';
import { holdFetch } from './held-fetch.js';
import { until } from './until.js';

/** A page that takes every challenge over. It collects what it may answer them with. */
function takeOver({ element }: Person): LoginChallengeDetail[] {
  const asked: LoginChallengeDetail[] = [];
  element.addEventListener('login-challenge', (event) => {
    event.preventDefault();
    asked.push(event.detail);
  });
  return asked;
}

async function begin(person: Person, username: string): Promise<void> {
  await person.type('User name', username);
  await person.press('Enter');
}

const questionIn = (person: Person): boolean => person.element.querySelector('.cml-question') !== null;
/** Late answers do their harm after this, if they do any. */
const settled = () => aTimeout(100);

describe('a challenge that the page takes over', () => {
  it('is shown by the page alone, and each question is answered once', async () => {
    const held = holdFetch();
    const person = await visitScenario('custom', { authFlow: 'custom', fetch: held.fetch });
    const asked = takeOver(person);
    const shown = Object.assign(document.createElement('p'), { slot: 'challenge', textContent: 'Capital?' });
    person.element.append(shown);
    await begin(person, 'kim');
    await person.sees('One more question');
    expect(asked[0]).to.deep.include({ name: 'CUSTOM_CHALLENGE' });
    expect(asked[0]!.parameters).to.include({ question: 'What is the capital of France?' });
    expect(shown.assignedSlot, 'the slot is there').not.to.equal(null);
    expect(shown.getBoundingClientRect().height).to.be.above(0);
    expect([questionIn(person), person.element.querySelector('form')]).to.deep.equal([false, null]);
    expect(person.focused?.querySelector('h2')?.textContent).to.equal('One more question');

    asked[0]!.respond('Oslo');
    await until(() => asked.length === 2);
    expect(person.intro, 'what the page asks is the page’s to judge').to.equal('Answer it to go on.');
    asked.shift();
    asked[0]!.respond('Paris');
    asked[0]!.respond('Rome');
    await until(() => asked.length === 2);
    expect(asked[1]!.parameters).to.include({ question: 'How many legs has a spider?' });
    asked[0]!.respond('6');
    await settled();
    asked[1]!.respond({ ANSWER: '8' });
    await person.hears('login-success');
    asked[1]!.respond('10');
    await settled();
    const answers = held.bodies.map(({ ChallengeResponses }) => (ChallengeResponses as Record<string, string>)?.ANSWER);
    expect(answers).to.deep.equal([undefined, 'Oslo', 'Paris', '8']);
    expect(person.heard('login-step').map(({ step }) => step)).to.deep.equal(['custom-challenge', 'signed-in']);
    expect(await person.messages()).to.equal(0);
  });

  it('is gone once the person has started over, whatever the page answers then', async () => {
    const held = holdFetch();
    const person = await visitScenario('custom', { authFlow: 'custom', fetch: held.fetch });
    const asked = takeOver(person);
    await begin(person, 'kim');
    await person.sees('One more question');
    await person.activate('Back');
    await person.sees('Sign in');
    expect(person.focused).to.equal(person.field('User name'));
    asked[0]!.respond('Paris');
    await settled();
    expect(person.heading).to.equal('Sign in');
    expect(held.bodies).to.have.lengthOf(1);
    expect(person.heard('login-failure')).to.be.empty;
  });

  it('of a name that nobody knows signs in as well, answered from within the listener', async () => {
    const person = await visitScenario('unknown-challenge');
    person.element.addEventListener('login-challenge', (event) => {
      event.preventDefault();
      event.detail.respond(event.detail.parameters.EYE === 'left' ? 'blink' : 'stare');
    });
    await person.signIn('una');
    await person.hears('login-success');
    expect(person.heard('login-challenge')[0]).to.include({ name: 'RETINA_SCAN' });
    expect(person.heard('login-step').map(({ step }) => step)).to.deep.equal(['custom-challenge', 'signed-in']);
    expect(await person.messages()).to.equal(0);
  });
});

describe('a challenge of a name that nobody knows, and no page takes over', () => {
  it('ends in a sentence, and leaves the storage as it is', async () => {
    const lines = listenToConsole();
    const person = await visitScenario('unknown-challenge', { storage: 'local' });
    const before = JSON.stringify({ ...localStorage });
    await person.signIn('una');
    const failure = await person.hears('login-failure');
    expect(failure).to.include({ code: 'unsupported-challenge', step: 'sign-in', retryable: false });
    expect(failure.cause).to.include({ name: 'RETINA_SCAN' });
    expect(person.heading).to.equal('Sign in');
    expect(person.status).to.equal('Sign-in is unavailable here.');
    expect(person.field('User name').value).to.equal('una');
    expect(ours(person, { ...localStorage })).to.deep.equal(ours(person, JSON.parse(before)));
    await waitUntil(() => lines.length > 0, 'nothing on the console', { timeout: 5000 });
    expect(lines.map(({ text }) => text)).to.deep.equal([
      '<cognito-mfa-login>: This version has no step for RETINA_SCAN.',
    ]);
    expect(await person.messages()).to.equal(0);
  });
});

/** Test files run side by side on one origin: what another one stores is not looked at. */
const ours = ({ element }: Person, items: Record<string, string>) =>
  Object.entries(items).filter(([key]) => key.includes(element.clientId));
