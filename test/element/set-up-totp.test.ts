import { expect } from '@open-wc/testing';
import { encode } from 'uqr';
import { FakeClock } from '../support/fake-clock.js';
import { visitScenario, type Person } from '../support/person.js';
import { otherCode } from '../support/pool.js';
import { until } from './until.js';

const app = 'Authenticator app An app on your phone shows a code whenever you sign in.';
const heading = 'Set up your authenticator app';
const expired = 'That took too long, and this key is no longer valid. Remove it from the app and start again.';
const missing = 'The QR code could not be shown. Use the key below.';
const validity = 180_000;

/** Everything in the document that is the element's. */
const markup = ({ element }: Person): string => element.outerHTML + element.shadowRoot!.innerHTML;

const shownKey = ({ form }: Person): string => form.querySelector('code')!.textContent;
const groups = ({ form }: Person): string[] => [...form.querySelectorAll('code > *')].map((part) => part.textContent);

/** What the key is called. */
function keyName({ form }: Person): string {
  const id = form.querySelector('code')!.closest('[role=group]')!.getAttribute('aria-labelledby')!;
  return document.getElementById(id)!.textContent;
}

function appLink({ form }: Person): HTMLAnchorElement {
  const link = [...form.querySelectorAll('a')].find((one) => one.textContent.trim() === 'Open in an authenticator app');
  if (!link) throw new Error('There is no link to the app.');
  return link;
}

const picture = ({ form }: Person) => form.querySelector<SVGSVGElement>('svg[role=img]');

/** A QR code as text, a line for each row of squares. */
const asText = (rows: readonly (readonly boolean[])[]): string =>
  rows.map((row) => row.map((dark) => (dark ? '#' : '.')).join('')).join('\n');

/** The squares as they are drawn. */
function drawn(person: Person): string {
  const svg = picture(person)!;
  const size = svg.viewBox.baseVal.width;
  const path = svg.querySelector('.cml-qr-dark')!.getAttribute('d')!;
  const dark = new Set([...path.matchAll(/M(\d+ \d+)h1v1h-1z/g)].map(([, place]) => place));
  const places = Array.from({ length: size }, (_, index) => index);
  return asText(places.map((y) => places.map((x) => dark.has(`${x} ${y}`))));
}

async function atKey(scenario: string, choice: string, set: Parameters<typeof visitScenario>[1] = {}) {
  const clock = new FakeClock(Date.now());
  const person = await visitScenario(scenario, { clock, ...set });
  await person.signIn(person.pool.username);
  await person.sees('Set up a second step');
  const atHand = choice === app ? 'an authenticator app or your e-mail' : 'an authenticator app';
  expect(person.intro).to.include(`Have ${atHand} at hand: you have about 3 minutes.`);
  expect((await person.pool.log()).map(({ operation }) => operation)).not.to.include('AssociateSoftwareToken');
  await person.press('Tab');
  expect(person.focused).to.equal(person.button(choice));
  await person.press('Enter');
  await person.sees(heading);
  await until(() => picture(person), 'the QR code is not drawn');
  const pass = async (ms: number) => {
    await person.pool.advance(ms);
    clock.advance(ms);
    await person.element.updateComplete;
  };
  return { person, pass };
}

describe('an authenticator app is set up', () => {
  afterEach(() => delete (navigator.clipboard as Partial<Clipboard>).writeText);

  it('by picture, by link, by typing or by copying, which is told', async () => {
    const { person } = await atKey('set-up', app, { issuer: 'Acme: Shop' });
    // What comes first is scanned, copied or opened before there is a code.
    expect(person.focused?.querySelector('h2')?.textContent).to.equal(heading);
    const key = shownKey(person);
    expect(key).to.match(/^[A-Z2-7]{52}$/);
    expect(groups(person)).to.deep.equal(key.match(/.{4}/g));
    const { href } = appLink(person);
    expect(href).to.equal(`otpauth://totp/Acme%20%20Shop:nia?secret=${key}&issuer=Acme%20%20Shop`);
    expect(picture(person)!.ariaLabel).to.equal('QR code for your authenticator app');
    expect(drawn(person)).to.equal(asText(encode(href, { ecc: 'L', border: 4 }).data));

    navigator.clipboard.writeText = () => Promise.reject(new DOMException('Not here.', 'NotAllowedError'));
    const { top } = person.button('Copy').getBoundingClientRect();
    await person.activate('Copy');
    const refused = 'Your browser did not copy the key. It is selected, so that you can copy it.';
    await until(() => person.status === refused);
    expect(person.form.textContent).to.include(refused);
    expect(keyName(person)).to.equal('Or enter this key in the app');
    expect(person.button('Copy').getBoundingClientRect().top, 'nothing moves under the hand').to.equal(top);
    expect(person.hasButton('Copied')).to.equal(false);
    expect(getSelection()!.toString().replace(/\s/g, '')).to.equal(key);
    expect(person.focused).to.equal(person.button('Copy'));
    const copies: string[] = [];
    navigator.clipboard.writeText = async (text) => void copies.push(text);
    await person.activate('Copy');
    await until(() => person.hasButton('Copied'));
    expect(person.form.textContent).not.to.include(refused);
    expect(copies).to.deep.equal([key]);
    expect(person.focused).to.equal(person.button('Copied'));
    expect(person.status).to.equal('Copied');
  });

  it('without a picture where none can be drawn', async () => {
    const person = await visitScenario('set-up-totp', { issuer: 'A'.repeat(3000) });
    await person.signIn(person.pool.username);
    await person.sees('Set up a second step');
    await person.activate('Continue');
    await until(() => person.form.textContent.includes(missing));
    expect(picture(person)).to.equal(null);
    expect(shownKey(person)).to.match(/^[A-Z2-7]{52}$/);
  });

  it('by a picture whose name follows the language', async () => {
    const { person } = await atKey('set-up-totp', 'Continue');
    person.element.lang = 'de';
    await until(() => picture(person)?.ariaLabel === 'QR-Code für Ihre Authenticator-App');
  });

  it('with the same key after a wrong code', async () => {
    const { person, pass } = await atKey('set-up-totp', 'Continue');
    const key = shownKey(person);
    await person.enterCode(otherCode(await person.pool.authenticatorCode('noa')));
    await person.hears('login-failure');
    expect(person.hint('Code')).to.match(/^That code is not right\. Enter the next one;/);
    expect(person.focused).to.equal(person.field('Code'));
    expect(shownKey(person)).to.equal(key);
    await pass(30_000);
    await person.enterCode(await person.pool.authenticatorCode('noa'));
    await person.hears('login-success');
    expect(markup(person)).not.to.include(key);
    expect(JSON.stringify(person.told)).not.to.include(key);
    expect(await person.messages()).to.equal(0);
  });

  it('with a new key by one press, once the session has ended', async () => {
    const { person, pass } = await atKey('set-up-totp', 'Continue');
    const key = shownKey(person);
    await person.type('Code', '12');
    await pass(validity + 1000);
    expect(await person.hears('login-failure')).to.include({ code: 'session-expired', step: 'set-up-totp' });
    expect(person.intro).to.equal(expired);
    expect(person.status).to.equal(expired);
    expect(person.has('Code')).to.equal(false);
    expect(markup(person)).not.to.include(key.slice(0, 4));
    await person.activate('Start again');
    await until(() => picture(person));
    expect(person.has('Password')).to.equal(false);
    expect(person.focused?.querySelector('h2')?.textContent).to.equal(heading);
    expect(person.field('Code').value).to.equal('');
    expect(shownKey(person)).not.to.equal(key);
    await person.enterCode(await person.pool.authenticatorCode('noa'));
    await person.hears('login-success');
    const asked = (await person.pool.log()).map(({ operation }) => operation);
    expect(asked.filter((operation) => operation === 'InitiateAuth')).to.have.lengthOf(2);
  });

  it('or not: the key leaves with the person', async () => {
    const { person } = await atKey('set-up-totp', 'Continue');
    const key = shownKey(person);
    await person.activate('Back');
    await person.sees('Sign in');
    expect(person.field('User name').value).to.equal('noa');
    expect(markup(person)).not.to.include(key.slice(0, 4));
  });
});
