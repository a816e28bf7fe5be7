import { expect } from '@open-wc/testing';
import { FakeClock } from '../support/fake-clock.js';
import { visit, type Person } from '../support/person.js';
import { ann, eve, openPool, tom, wrongPassword } from '../support/pool.js';
import { until } from './until.js';

const coolDown = 30_000;
const resend = 'Send a new code';
type Mode = 'keep' | 'ask' | 'off';

/** At the code step, with time in the test's hand. */
async function atCodeStep(
  mode: Mode,
  username = 'ann',
  more: { fetch?: typeof fetch } = {},
): Promise<{ person: Person; clock: FakeClock }> {
  const clock = new FakeClock();
  const pool = await openPool({ users: [ann, tom, eve] });
  // The element sends the password as it is: SRP is proved elsewhere, and here it would be most of the time.
  const person = await visit({ pool, set: { clock, resend: mode, authFlow: 'password', sessionMinutes: 15, ...more } });
  await person.signIn(username);
  await person.hears('login-step');
  return { person, clock };
}

async function pass(clock: FakeClock, ms: number, { element }: Person): Promise<void> {
  clock.advance(ms);
  await element.updateComplete;
}

const readsAnywhere = (person: Person, sentence: string): boolean =>
  person.form.innerText.replace(/\s+/g, ' ').includes(sentence);

describe('"Send a new code" with resend="keep"', () => {
  it('rests for 30 seconds after a code was sent, and says how long', async () => {
    const { person, clock } = await atCodeStep('keep');
    expect(person.hasButton(resend)).to.equal(false);
    expect(readsAnywhere(person, 'New code in 0:30')).to.equal(true);
    await pass(clock, 1000, person);
    expect(readsAnywhere(person, 'New code in 0:29')).to.equal(true);
    await pass(clock, 28_000, person);
    expect(readsAnywhere(person, 'New code in 0:01')).to.equal(true);
    await pass(clock, 1000, person);
    expect(person.hasButton(resend)).to.equal(true);
    expect(await person.messages()).to.equal(1);
  });

  it('sends one message for one press, and rests again', async () => {
    const { person, clock } = await atCodeStep('keep');
    await pass(clock, coolDown, person);
    await person.activate(resend);
    expect(await person.hears('login-code-sent', 2)).to.include({ channel: 'sms', count: 2 });
    expect(person.has('Password')).to.equal(false);
    expect(person.hasButton(resend)).to.equal(false);
    expect(person.status).to.match(/^We sent a code to \+\*+0114\.$/);
    expect(await person.messages()).to.equal(2);
  });

  it('sends one message for a double click', async () => {
    const { person, clock } = await atCodeStep('keep');
    await pass(clock, coolDown, person);
    const button = person.button(resend);
    button.click();
    button.click();
    await person.hears('login-code-sent', 2);
    expect(await person.messages()).to.equal(2);
  });

  it('leaves the focus where the person goes on: on the code', async () => {
    const { person, clock } = await atCodeStep('keep');
    await pass(clock, coolDown, person);
    await person.activate(resend);
    await person.element.updateComplete;
    expect(person.focused, 'while the code is sent').not.to.equal(document.body);
    await person.hears('login-code-sent', 2);
    expect(person.focused, 'when it was sent').to.equal(person.field('Code'));
    expect(await person.messages()).to.equal(2);
  });

  it('makes the old code void and the new one good', async () => {
    const { person, clock } = await atCodeStep('keep');
    const old = await person.pool.lastCode();
    await pass(clock, coolDown, person);
    await person.activate(resend);
    await person.hears('login-code-sent', 2);
    await person.enterCode(old);
    expect(await person.hears('login-failure')).to.include({ code: 'wrong-code' });
    await person.enterSentCode();
    await person.hears('login-success');
    expect(await person.messages()).to.equal(2);
  });

  it('sends five more at most, then says so in a sentence', async () => {
    const { person, clock } = await atCodeStep('keep', 'eve');
    for (let count = 2; count <= 6; count++) {
      await pass(clock, coolDown, person);
      await person.activate(resend);
      expect(await person.hears('login-code-sent', count)).to.include({ channel: 'email', count });
    }
    await pass(clock, coolDown, person);
    expect(person.hasButton(resend)).to.equal(false);
    expect(readsAnywhere(person, 'No more codes can be sent. Go back and start again.')).to.equal(true);
    await person.enterSentCode();
    await person.hears('login-success');
    expect(await person.messages()).to.equal(6);
  });

  it('asks for the password once the page was put away, since it is kept no longer', async () => {
    const { person, clock } = await atCodeStep('keep');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await pass(clock, coolDown, person);
    await person.activate(resend);
    await person.element.updateComplete;
    expect(person.has('Password')).to.equal(true);
    expect(await person.messages()).to.equal(1);
  });
});

describe('"Send a new code" with resend="ask"', () => {
  async function asked() {
    const { person, clock } = await atCodeStep('ask');
    await pass(clock, coolDown, person);
    await person.activate(resend);
    await person.element.updateComplete;
    return { person, clock };
  }

  it('asks for the password first, and sends nothing for that', async () => {
    const { person } = await asked();
    expect(person.intro).to.equal('Enter your password and we will send a new code.');
    expect(person.focused).to.equal(person.field('Password'));
    expect(person.field('Password').type).to.equal('password');
    expect(person.has('Code')).to.equal(false);
    expect(await person.messages()).to.equal(1);
  });

  it('sends one message for the right password, and goes on with the code', async () => {
    const { person } = await asked();
    await person.type('Password', ann.password);
    await person.press('Enter');
    expect(await person.hears('login-code-sent', 2)).to.include({ count: 2 });
    expect(person.has('Password')).to.equal(false);
    expect(person.focused).to.equal(person.field('Code'));
    expect(await person.messages()).to.equal(2);
    await person.enterSentCode();
    await person.hears('login-success');
  });

  it('keeps asking after a mistyped password, beside a sentence', async () => {
    const { person } = await asked();
    await person.type('Password', wrongPassword);
    await person.press('Enter');
    expect(await person.hears('login-failure')).to.include({ code: 'invalid-credentials', step: 'code' });
    expect(person.hint('Password')).to.equal('The user name or password is not right.');
    expect(person.focused).to.equal(person.field('Password'));
    await person.type('Password', ann.password);
    await person.press('Enter');
    await person.hears('login-code-sent', 2);
    expect(await person.messages()).to.equal(2);
  });

  it('leads back to the code when the new one was not answered, with the time until another can be asked for', async () => {
    let fails = false;
    const refusal = () => new Response('{"__type":"InternalErrorException"}', { status: 500 });
    const unsteady: typeof fetch = async (...request) => (fails ? refusal() : fetch(...request));
    const { person, clock } = await atCodeStep('ask', 'ann', { fetch: unsteady });
    await pass(clock, coolDown, person);
    await person.activate(resend);
    await person.type('Password', ann.password);
    fails = true;
    await person.press('Enter');
    expect(await person.hears('login-failure')).to.include({ step: 'code' });
    expect([person.has('Password'), person.focused]).to.deep.equal([false, person.field('Code')]);
    expect(person.hint('Code')).to.include('Try again');
    expect(readsAnywhere(person, 'New code in 0:30')).to.equal(true);
    fails = false;
    await pass(clock, coolDown, person);
    await person.activate(resend);
    await person.type('Password', ann.password);
    await person.press('Enter');
    await person.hears('login-code-sent', 2);
    expect(await person.messages()).to.equal(2);
  });

  it('does not count mistyped passwords as codes, since none was sent for them', async () => {
    const { person } = await asked();
    for (let count = 1; count <= 5; count++) {
      await person.type('Password', wrongPassword);
      await person.press('Enter');
      await person.hears('login-failure', count);
    }
    await person.pool.advance(60_000); // past the service's lock-out
    await person.type('Password', ann.password);
    await person.press('Enter');
    await person.hears('login-code-sent', 2);
    expect(await person.messages()).to.equal(2);
  });

  it('keeps what was typed of a code', async () => {
    const { person, clock } = await atCodeStep('ask');
    await person.type('Code', '12');
    await pass(clock, coolDown, person);
    await person.activate(resend);
    await person.element.updateComplete;
    expect(person.has('Code')).to.equal(false);
    await person.activate('I have a code');
    await person.element.updateComplete;
    expect(person.field('Code').value).to.equal('12');
    expect(await person.messages()).to.equal(1);
  });

  it('lets the person go back to the code that came', async () => {
    const { person } = await asked();
    await person.activate('I have a code');
    await person.element.updateComplete;
    expect(person.focused).to.equal(person.field('Code'));
    await person.enterSentCode();
    await person.hears('login-success');
    expect(await person.messages()).to.equal(1);
  });

  it('sends nothing for an empty password', async () => {
    const { person } = await asked();
    await person.press('Enter');
    await until(() => person.hint('Password') !== '');
    expect(person.hint('Password')).to.equal('Enter your password.');
    expect(await person.messages()).to.equal(1);
  });
});

describe('no "Send a new code"', () => {
  for (const { mode, username, messages } of [
    { mode: 'off', username: 'ann', messages: 1 },
    { mode: 'keep', username: 'tom', messages: 0 },
    { mode: 'ask', username: 'tom', messages: 0 },
  ] as const) {
    it(`is offered to ${username} with resend="${mode}"`, async () => {
      const { person, clock } = await atCodeStep(mode, username);
      expect(readsAnywhere(person, 'New code in')).to.equal(false);
      await pass(clock, coolDown, person);
      expect(person.hasButton(resend)).to.equal(false);
      expect(await person.messages()).to.equal(messages);
    });
  }
});
