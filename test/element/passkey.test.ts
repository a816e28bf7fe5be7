/** Passkeys, with Chromium's virtual authenticator; other browsers have none to be commanded. */
import { expect } from '@open-wc/testing';
import { addAuthenticator, removeAuthenticator, setUserVerified } from '../support/authenticator.js';
import { visit, visitScenario, type Person } from '../support/person.js';
import { password } from '../support/pool.js';
import { holdFetch } from './held-fetch.js';
import { until } from './until.js';

const byPasskey = 'Passkey Use your fingerprint, face or screen lock.';
const button = 'Use a passkey';
const offer = 'Add a passkey?';
const set = { passkeys: 'offer' } as const;

const isAtHeading = ({ focused }: Person): boolean => Boolean(focused?.querySelector('h2'));
const steps = (person: Person) => person.heard('login-step').map(({ step }) => step);

/** At the offer, with the password. */
async function comeToOffer(person: Person): Promise<void> {
  await person.signIn('pat');
  await person.sees(offer);
}

async function signOut(person: Person): Promise<void> {
  const times = person.heard('login-signed-out').length + 1;
  await person.activate('Sign out');
  await person.hears('login-signed-out', times);
}

/** Somebody who has a passkey by now, back at the first step. */
async function withPasskey(more: NonNullable<Parameters<typeof visitScenario>[1]> = {}) {
  const person = await visitScenario('passkey', { ...set, ...more });
  await comeToOffer(person);
  await person.activate('Add a passkey');
  await person.hears('login-success');
  await signOut(person);
  return person;
}

/**
 * Every ceremony that the page asked the browser for, and whether one was under way when it began.
 * @param hold keeps each open until `release`, as a person does who looks for their finger
 */
function watchCeremonies(hold?: 'hold') {
  const { credentials } = navigator;
  const begun: { readonly kind: 'get' | 'create'; readonly mediation?: string; over: boolean }[] = [];
  const overlaps: boolean[] = [];
  let release = () => {};
  const gate = hold && new Promise<void>((resolve) => (release = resolve));
  const watch = (kind: 'get' | 'create') => {
    const original = credentials[kind].bind(credentials) as (options?: object) => Promise<Credential | null>;
    const watched = async (options: { signal?: AbortSignal; mediation?: string } = {}) => {
      overlaps.push(begun.some(({ over }) => !over));
      const { signal, mediation } = options;
      const ceremony = { kind, ...(mediation && { mediation }), over: false };
      begun.push(ceremony);
      const end = () => (ceremony.over = true);
      signal?.addEventListener('abort', end);
      await gate;
      return original(options).finally(end);
    };
    Object.defineProperty(credentials, kind, { value: watched, configurable: true });
  };
  watch('get');
  watch('create');
  restore.push(() => Reflect.deleteProperty(credentials, 'get') && Reflect.deleteProperty(credentials, 'create'));
  return { begun, overlaps, release: () => release(), ended: () => begun.filter(({ over }) => over).length };
}

/** A browser from before passkeys. */
function takePasskeysAway(): void {
  const original = Object.getOwnPropertyDescriptor(window, 'PublicKeyCredential');
  Reflect.deleteProperty(window, 'PublicKeyCredential');
  if (original) restore.push(() => Object.defineProperty(window, 'PublicKeyCredential', original));
}

const restore: (() => unknown)[] = [];
afterEach(() => restore.splice(0).forEach((step) => step()));

describe('a passkey', () => {
  beforeEach(async function () {
    if (!(await addAuthenticator())) this.skip();
  });
  afterEach(removeAuthenticator);

  it('is offered after a sign-in, added, and chosen the next time', async () => {
    const person = await visitScenario('passkey', { ...set, authFlow: 'choice' });
    await person.type('User name', 'pat');
    await person.press('Enter');
    await person.sees('Enter your password');
    expect(person.hasButton('Use another method')).to.equal(false);
    await person.type('Password', password);
    await person.press('Enter');
    await person.sees(offer);
    expect(isAtHeading(person)).to.equal(true);
    expect(person.status).to.match(/^Add a passkey\? The next time, sign in with your fingerprint/);
    expect(person.heard('login-success'), 'before the answer').to.be.empty;
    await person.activate('Add a passkey');
    expect(await person.hears('login-success')).to.include({ username: 'pat' });
    await signOut(person);

    await person.type('User name', 'pat');
    await person.press('Enter');
    await person.sees('Choose how to sign in');
    await person.activate(byPasskey);
    await person.hears('login-success', 2);
    expect(steps(person)).to.deep.equal([
      ...['password', 'add-passkey', 'signed-in', 'sign-in', 'choose-factor', 'passkey', 'signed-in'],
    ]);
    expect(person.heard('login-failure')).to.be.empty;
    expect(await person.messages()).to.equal(0);
  });

  it('signs in by the button, with one prompt however often it is pressed, and is not offered again', async () => {
    const person = await withPasskey();
    const { begun, release } = watchCeremonies('hold');
    await person.activate(button);
    await until(() => person.hint('User name') === 'Enter your user name.');
    expect(person.focused).to.equal(person.field('User name'));
    await person.type('User name', 'pat');
    person.button(button).click();
    person.button(button).click();
    await person.sees('Use your passkey');
    expect(person.status).to.equal('Waiting for your passkey…');
    await until(() => begun.length === 1);
    person.button('Waiting for your passkey…').click();
    person.form.requestSubmit();
    release();
    await person.hears('login-success', 2);
    expect(steps(person).slice(-2)).to.deep.equal(['passkey', 'signed-in']);
    expect(begun, 'in a dialog').to.deep.equal([{ kind: 'get', over: true }]);
    await signOut(person);
    await person.signIn('pat');
    await person.hears('login-success', 3);
    expect(steps(person).slice(-2)).to.deep.equal(['sign-in', 'signed-in']);
    expect(await person.messages()).to.equal(0);
  });

  it('is listed with the saved user names once the name is known, and signs in when it is picked', async () => {
    const person = await withPasskey();
    const { begun, overlaps } = watchCeremonies();
    await person.activate('Forgot password?');
    await person.sees('Reset your password');
    expect(person.field('User name').autocomplete, 'no passkey helps here').to.equal('username');
    await person.activate('Back');
    await person.sees('Sign in');
    expect(person.field('User name').autocomplete).to.equal('username webauthn');
    person.element.username = 'pat';
    await person.element.updateComplete;
    person.field('Password').focus();
    person.field('User name').focus();
    await person.hears('login-success', 2);
    expect(begun, 'in the list, not in a dialog').to.deep.equal([
      { kind: 'get', mediation: 'conditional', over: true },
    ]);
    expect(overlaps).to.deep.equal([false]);
    expect(steps(person).at(-1)).to.equal('signed-in');
    expect(person.heard('login-failure')).to.be.empty;
    expect(await person.messages()).to.equal(0);
  });

  it('whose prompt was closed is no error, and may be asked for again or done without', async () => {
    const person = await withPasskey();
    person.element.authFlow = 'choice';
    await person.element.updateComplete;
    person.element.style.inlineSize = '20rem';
    const place = () => person.form.getBoundingClientRect().top - person.element.getBoundingClientRect().top;
    const { ended, release } = watchCeremonies('hold');
    const closed = (times: number) => until(() => ended() === times && person.hasButton('Use passkey'));
    await setUserVerified(false);
    await person.type('User name', 'pat');
    await person.activate(button);
    await person.sees('Use your passkey');
    const before = place();
    release();
    await closed(1);
    expect(place(), 'the button stays where it is').to.equal(before);
    expect(isAtHeading(person)).to.equal(true);
    expect(person.intro).to.match(/^Press the button, and your browser asks/);
    expect(person.status).to.equal(person.intro);
    expect((person.form.elements.namedItem('username') as HTMLInputElement).value).to.equal('pat');
    await person.activate('Use passkey');
    await closed(2);
    await setUserVerified(true);
    await person.activate('Use passkey');
    await person.hears('login-success', 2);
    expect(person.heard('login-failure')).to.be.empty;
    await signOut(person);

    await setUserVerified(false);
    await person.type('User name', 'pat');
    await person.press('Enter');
    await person.sees('Choose how to sign in');
    await person.activate(byPasskey);
    await person.sees('Use your passkey');
    await closed(4);
    await person.activate('Use another method');
    await person.sees('Choose how to sign in');
    expect(person.heard('login-failure')).to.be.empty;
    expect(await person.messages()).to.equal(0);
  });

  it('is listed for a pasted address without the marks that nobody sees in it', async () => {
    const person = await withPasskey();
    Object.assign(person.element, { loginWith: 'email', username: '\u202Apat@example.com\u202C' });
    await person.element.updateComplete;
    person.field('Password').focus();
    person.field('E-mail address').focus();
    await person.hears('login-success', 2);
    expect(person.heard('login-failure')).to.be.empty;
  });

  it('whose prompt was closed keeps the focus near while another method is fetched', async () => {
    const held = holdFetch();
    const person = await withPasskey({ fetch: held.fetch });
    person.element.authFlow = 'choice';
    await person.element.updateComplete;
    await setUserVerified(false);
    await person.type('User name', 'pat');
    await person.press('Enter');
    await person.sees('Choose how to sign in');
    await person.activate(byPasskey);
    await until(() => person.hasButton('Use another method'));
    held.hold();
    await person.activate('Use another method');
    await until(() => person.status === 'One moment…');
    expect([person.heading, person.hasButton('Use another method')]).to.deep.equal(['Use your passkey', false]);
    expect(isAtHeading(person)).to.equal(true);
    held.release();
    await person.sees('Choose how to sign in');
    expect(isAtHeading(person)).to.equal(true);
  });

  it('is not made when the prompt is closed, nor after "Not now": the sign-in is none the worse', async () => {
    await setUserVerified(false);
    const { ended } = watchCeremonies();
    const person = await visitScenario('passkey', set);
    await comeToOffer(person);
    await person.activate('Add a passkey');
    await until(() => ended() === 1);
    await until(() => person.hasButton('Add a passkey'));
    expect(person.heading).to.equal(offer);
    expect(person.focused).to.equal(person.button('Add a passkey'));
    expect(person.heard('login-failure')).to.be.empty;
    await person.activate('Not now');
    await person.hears('login-success');
    expect(await person.element.getSession()).not.to.equal(null);
    await signOut(person);
    await comeToOffer(person);
  });

  it('is not offered with passkeys="sign-in", and not in use without the attribute', async () => {
    const person = await visitScenario('passkey', { passkeys: 'sign-in' });
    expect(person.hasButton(button)).to.equal(true);
    await person.signIn('pat');
    await person.hears('login-success');
    const without = await visitScenario('passkey');
    expect(without.hasButton(button)).to.equal(false);
    expect(without.field('User name').autocomplete).to.equal('username');
    await without.signIn('pat');
    await without.hears('login-success');
    for (const { element } of [person, without]) expect(element.shadowRoot!.textContent).not.to.include(offer);
  });

  it('has no button in a frame that is not trusted with passkeys', async () => {
    const policy = { allowsFeature: () => false };
    Object.defineProperty(document, 'featurePolicy', { value: policy, configurable: true });
    restore.push(() => Reflect.deleteProperty(document, 'featurePolicy'));
    const person = await visitScenario('passkey', set);
    expect(person.hasButton(button)).to.equal(false);
  });

  it('is never seen where the browser has none, whatever the person has elsewhere', async () => {
    const { pool } = await withPasskey();
    takePasskeysAway();
    const person = await visit({ pool, set: { ...set, authFlow: 'choice' } });
    expect(person.hasButton(button)).to.equal(false);
    expect(person.field('User name').autocomplete).to.equal('username');
    await person.type('User name', 'pat');
    await person.press('Enter');
    await person.sees('Enter your password');
    expect(person.hasButton('Use another method')).to.equal(false);
    await person.type('Password', password);
    await person.press('Enter');
    await person.hears('login-success');
    expect(steps(person)).to.deep.equal(['password', 'signed-in']);
  });
});
