import { expect } from '@open-wc/testing';
import { visit, type Person } from '../support/person.js';
import { bob, openPool, wrongPassword } from '../support/pool.js';
import { until } from './until.js';

type Visit = NonNullable<Parameters<typeof visit>[0]>;

const arrive = async (how: Visit = {}): Promise<Person> =>
  visit({ pool: await openPool({ users: [bob] }), ...how, set: { authFlow: 'password', ...how.set } });

const loaded = (language: string): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes(`/i18n/${language}.`));

const frame = ({ element }: Person) => element.shadowRoot!.querySelector<HTMLElement>('.frame')!;

/** A place in the page with markup of the test's own. */
function place(markup: string): HTMLElement {
  const div = document.body.appendChild(document.createElement('div'));
  div.innerHTML = markup;
  places.push(div);
  return div;
}
const places: HTMLElement[] = [];
afterEach(() => places.splice(0).forEach((div) => div.remove()));

describe('languages', () => {
  it('are not loaded while English will do', async () => {
    const person = await arrive();
    expect(person.heading).to.equal('Sign in');
    expect([loaded('de'), loaded('ar')]).to.deep.equal([false, false]);
  });

  it('German comes with lang="de", and with its region', async () => {
    for (const lang of ['de', 'de-AT', 'DE']) {
      const person = await arrive({ set: { lang } });
      expect(person.heading).to.equal('Anmelden');
      expect(person.has('Benutzername')).to.equal(true);
      expect(frame(person).lang).to.equal('de');
      expect(person.form.lang).to.equal('de');
    }
    expect([loaded('de'), loaded('ar')]).to.deep.equal([true, false]);
  });

  it('Arabic runs from right to left, form and frame', async () => {
    const person = await arrive({ set: { lang: 'ar' } });
    expect(person.heading).to.equal('تسجيل الدخول');
    expect([frame(person).dir, person.form.dir]).to.deep.equal(['rtl', 'rtl']);
    const label = person.form.querySelector('label')!;
    expect(getComputedStyle(label).direction).to.equal('rtl');
    expect(loaded('ar')).to.equal(true);
  });

  for (const lang of ['xx', 'tlh-Latn', '', 'de_AT!', 'constructor']) {
    it(`lang="${lang}" is answered in English or the language it begins with`, async () => {
      const person = await arrive({ set: { lang } });
      expect(person.heading).to.equal('Sign in');
      expect(frame(person).lang).to.equal('en');
    });
  }

  it('follow the closest lang around the element, across shadow roots', async () => {
    const host = place('<section lang="de"><div></div></section>').querySelector('div')!;
    const root = host.attachShadow({ mode: 'open' });
    const person = await arrive({ into: root });
    expect(person.heading).to.equal('Anmelden');
  });

  it('follow a change of the page’s lang, and of the element’s own', async () => {
    const person = await arrive();
    document.documentElement.lang = 'de';
    await person.sees('Anmelden');
    person.element.lang = 'ar';
    await person.sees('تسجيل الدخول');
    person.element.removeAttribute('lang');
    document.documentElement.lang = 'en';
    await person.sees('Sign in');
  });

  it('never show another language first', async () => {
    const element = document.createElement('cognito-mfa-login');
    element.lang = 'de';
    const seen = new Set<string>();
    const look = () => seen.add(element.shadowRoot?.querySelector('h2')?.textContent ?? '');
    document.body.append(element);
    const timer = setInterval(look);
    await until(() => element.shadowRoot?.querySelector('h2')?.textContent === 'Anmelden');
    clearInterval(timer);
    element.remove();
    expect([...seen].filter(Boolean)).to.not.include('Sign in');
  });
});

describe('messages', () => {
  it('replace the texts a page names, and leave the others', async () => {
    const messages = { signIn: { heading: 'Hello', submit: 'Enter' }, errors: { 'invalid-credentials': 'Nope.' } };
    const person = await arrive({ set: { messages } });
    expect(person.heading).to.equal('Hello');
    expect(person.intro).to.equal('Welcome back.');
    expect(person.hasButton('Enter')).to.equal(true);
    await person.signIn('bob', wrongPassword);
    await person.hears('login-failure');
    expect(person.hint('Password')).to.equal('Nope.');
    expect(await person.messages()).to.equal(0);
  });

  it('are text, whatever a page puts in', async () => {
    const person = await arrive({ set: { messages: { signIn: { heading: '<img src=x>' } } } });
    expect(person.heading).to.equal('<img src=x>');
    expect(person.element.shadowRoot!.querySelector('img')).to.equal(null);
  });

  it('may be in a language of their own, with its direction, until they are taken away', async () => {
    const person = await arrive({
      set: { messages: { direction: 'rtl', locale: 'he', signIn: { heading: 'כניסה' } } },
    });
    const look = () => [frame(person), person.form].map(({ dir, lang }) => `${dir} ${lang}`);
    expect(person.heading).to.equal('כניסה');
    expect(look()).to.deep.equal(['rtl he', 'rtl he']);
    person.element.dir = 'ltr';
    await until(() => look().join() === 'ltr he,ltr he', 'the element’s own dir comes first');
    person.element.removeAttribute('dir');
    await until(() => look().join() === 'rtl he,rtl he');
    person.element.messages = undefined;
    await person.element.updateComplete;
    expect(person.heading).to.equal('Sign in');
    expect(look()).to.deep.equal(['ltr en', 'ltr en']);
  });

  it('may change at any time', async () => {
    const person = await arrive();
    person.element.messages = { signIn: { heading: 'Bonjour' } };
    await person.element.updateComplete;
    expect(person.heading).to.equal('Bonjour');
  });
});

describe('slots', () => {
  const names = ['before', 'heading', 'help', 'after', 'footer'] as const;

  async function withSlots(fields: 'slotted' | 'shadow') {
    const pool = await openPool({ users: [bob] });
    const element = document.createElement('cognito-mfa-login');
    element.innerHTML = names.map((name) => `<p slot="${name}">${name} here</p>`).join('');
    const { userPoolId, clientId, endpoint } = pool;
    Object.assign(element, { userPoolId, clientId, endpoint, storage: 'memory', authFlow: 'password', fields });
    place('').append(element);
    await element.updateComplete;
    const { Person } = await import('../support/person.js');
    return new Person(element, pool);
  }

  for (const fields of ['slotted', 'shadow'] as const) {
    it(`show what the page puts in, in this order around the form, with fields="${fields}"`, async () => {
      const person = await withSlots(fields);
      const top = (node: Element) => node.getBoundingClientRect().top;
      const [before, heading, ...rest] = names.map((name) => person.element.querySelector(`[slot=${name}]`)!);
      const order = [before!, heading!, person.form, ...rest].map(top);
      expect(order).to.deep.equal([...order].sort((one, other) => one - other));
      expect(new Set(order).size).to.equal(order.length);
    });
  }

  it('keep the focus inside when the heading is the page’s', async () => {
    const person = await withSlots('slotted');
    await person.signIn('bob');
    await person.hears('login-success');
    expect(document.activeElement).to.equal(person.element);
    expect(await person.messages()).to.equal(0);
  });
});
