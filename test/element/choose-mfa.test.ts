import { expect } from '@open-wc/testing';
import { FakeClock } from '../support/fake-clock.js';
import { visitScenario } from '../support/person.js';
import { password } from '../support/pool.js';
import { listenToLiveRegion } from './live-region.js';

const heading = 'Choose how to confirm it’s you';
const ways = {
  sms: 'Text message We send a code to your phone.',
  totp: 'Authenticator app Enter the code that the app shows.',
  email: 'E-mail We send a code to your e-mail address.',
};
const another = 'Use another method';

/** What a screen reader says of a button: its name, and what describes it. */
const spoken = (button: HTMLElement) => [button.ariaLabel, button.getAttribute('aria-describedby'), button.title];

async function atChoice(resend: 'keep' | 'ask' = 'keep') {
  const clock = new FakeClock(Date.now());
  const person = await visitScenario('choose-mfa', { clock, resend });
  await person.signIn(person.pool.username);
  await person.sees(heading);
  return { person, clock };
}

describe('the choice of the second factor', () => {
  it('sends nothing before it is made, and one message after it', async () => {
    const { person } = await atChoice();
    expect(await person.messages()).to.equal(0);
    expect(person.status).to.equal(`${heading}. Any of these works.`);
    expect(person.focused).to.equal(person.element.shadowRoot!.querySelector('[part=header]'));
    expect(person.form.querySelector<HTMLInputElement>('[autocomplete=username]')!.value).to.equal('sam');
    for (const way of Object.values(ways)) {
      await person.press('Tab');
      expect(person.focused).to.equal(person.button(way));
    }
    await person.activate(ways.sms);
    await person.sees('Check your phone');
    expect(person.focused).to.equal(person.field('Code'));
    expect(await person.hears('login-code-sent')).to.deep.equal({
      ...{ channel: 'sms', destination: '+********0128', count: 1 },
    });
    await person.enterSentCode();
    await person.hears('login-success');
    expect(person.heard('login-step').map(({ step }) => step)).to.deep.equal(['choose-mfa', 'code', 'signed-in']);
    expect(await person.messages()).to.equal(1);
  });

  it('is made once, by a double click too', async () => {
    const { person } = await atChoice();
    const button = person.button(ways.email);
    button.click();
    button.click();
    person.button(ways.sms).click();
    await person.element.updateComplete;
    expect(person.status).to.equal('One moment…');
    await person.sees('Check your e-mail');
    expect((await person.pool.outbox()).map(({ channel }) => channel)).to.deep.equal(['email']);
  });

  it('can be made again by one press, and only then sends another message', async () => {
    const { person, clock } = await atChoice();
    await person.activate(ways.sms);
    await person.sees('Check your phone');
    await person.activate(another);
    await person.sees(heading);
    expect(await person.messages()).to.equal(1);
    await person.activate(ways.totp);
    await person.sees('Open your authenticator app');
    clock.advance(30_000);
    await person.element.updateComplete;
    expect(person.hasButton('Send a new code')).to.equal(false);
    await person.activate(another);
    await person.sees(heading);
    await person.activate(ways.email);
    await person.sees('Check your e-mail');
    expect(await person.messages()).to.equal(2);
    await person.enterSentCode();
    await person.hears('login-success');
  });

  it('rests with each way that has sent a code, and tells whoever presses it', async () => {
    const { person, clock } = await atChoice();
    for (const [way, next] of [
      [ways.sms, 'Check your phone'],
      [ways.email, 'Check your e-mail'],
    ] as const) {
      await person.activate(way);
      await person.sees(next);
      await person.activate(another);
      await person.sees(heading);
    }
    const pass = async (ms: number) => {
      clock.advance(ms);
      await person.element.updateComplete;
    };
    const told = listenToLiveRegion(person);
    const button = person.button(ways.sms);
    button.focus();
    for (const time of ['0:30', '0:29']) {
      expect(person.button(ways.sms), 'its name stays').to.equal(button);
      expect(button.innerText).to.include(`New code in ${time}`).and.not.to.include('We send');
      expect(spoken(button), 'or it would be said at each second').to.deep.equal([ways.sms, null, '']);
      if (time !== '0:29') await pass(1000);
    }
    expect(told, 'not at each second').to.be.empty;
    await person.press('Enter');
    await person.element.updateComplete;
    await person.press('Enter');
    await person.element.updateComplete;
    expect(told.map((sentence) => sentence.trim())).to.deep.equal(['New code in 0:29', 'New code in 0:29']);
    expect([person.focused, await person.messages()]).to.deep.equal([button, 2]);

    await pass(29_000);
    expect([person.button(ways.sms), ...spoken(button)]).to.deep.equal([button, null, null, '']);
    await person.press('Enter');
    await person.sees('Check your phone');
    expect(await person.hears('login-code-sent', 3)).to.include({ channel: 'sms', count: 3 });
    expect(await person.messages()).to.equal(3);
  });

  it('takes the password once more where it is not kept', async () => {
    const { person } = await atChoice('ask');
    await person.activate(ways.sms);
    await person.sees('Check your phone');
    await person.activate(another);
    await person.sees('Sign in');
    expect(person.field('User name').value).to.equal('sam');
    expect(person.focused).to.equal(person.field('Password'));
    const why = 'Sign in again, then choose another method.';
    expect([person.intro, person.status]).to.deep.equal([why, why]);
    await person.type('Password', password);
    await person.press('Enter');
    await person.sees(heading);
    expect(await person.messages()).to.equal(1);
    expect(person.heard('login-failure')).to.be.empty;
  });

  it('is made for the person when a new code is sent: one message, and the code step stays', async () => {
    const { person, clock } = await atChoice();
    await person.activate(ways.email);
    await person.sees('Check your e-mail');
    clock.advance(30_000);
    await person.element.updateComplete;
    await person.activate('Send a new code');
    expect(await person.hears('login-code-sent', 2)).to.include({ channel: 'email', count: 2 });
    expect(person.focused).to.equal(person.field('Code'));
    expect(await person.messages()).to.equal(2);
    await person.enterSentCode();
    await person.hears('login-success');
    expect(person.heard('login-step').map(({ step }) => step)).to.deep.equal(['choose-mfa', 'code', 'signed-in']);
  });
});
