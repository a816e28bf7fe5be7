/**
 * Five ways in which password managers and browsers find the fields, each as simple as the ones in the wild. In slotted mode all
 * five must see user name and password in one form.
 */
import { expect } from '@open-wc/testing';
import { visit, type Person } from '../support/person.js';
import { ann, bob, openPool } from '../support/pool.js';

interface Found {
  readonly username: HTMLInputElement | undefined;
  readonly secret: HTMLInputElement | undefined;
}
type Detector = (secretToken: 'current-password' | 'one-time-code') => Found;

/** As written: Firefox's property is empty for a token that it does not know, `one-time-code` among them. */
const tokens = (input: HTMLInputElement): string[] => (input.getAttribute('autocomplete') ?? '').split(' ');

const isUsername = (input: HTMLInputElement): boolean =>
  input.type === 'text' && /user|mail|login/.test([input.name, ...tokens(input)].join(' '));

const isSecret =
  (token: string) =>
  (input: HTMLInputElement): boolean =>
    token === 'one-time-code' ? tokens(input).includes(token) : input.type === 'password';

function among(inputs: Iterable<Element>, token: string): Found {
  const all = [...inputs].filter((input) => input instanceof HTMLInputElement);
  return { username: all.find(isUsername), secret: all.find(isSecret(token)) };
}

function* openRoots(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* openRoots(element.shadowRoot);
  }
}

function* walked(): Generator<Element> {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) yield walker.currentNode as Element;
}

const detectors: Record<string, Detector> = {
  'a plain query, then the field’s form'(token) {
    const query = token === 'one-time-code' ? 'input[autocomplete=one-time-code]' : 'input[type=password]';
    const secret = document.querySelector<HTMLInputElement>(query) ?? undefined;
    return among(secret?.form?.querySelectorAll('input') ?? [], token);
  },
  'a walk through open shadow roots': (token) => among(openRoots(document.body), token),
  'a TreeWalker over the document': (token) => among(walked(), token),
  'the owner of every form field'(token) {
    const form = [...document.forms].find((candidate) => among(candidate.elements, token).secret);
    return among(form?.elements ?? [], token);
  },
  'the browser’s own fill, by autocomplete tokens'(token) {
    const byToken = (wanted: string) =>
      [...document.forms]
        .flatMap(({ elements }) => [...elements])
        .find((field) => field instanceof HTMLInputElement && tokens(field).includes(wanted));
    return { username: byToken('username') as HTMLInputElement, secret: byToken(token) as HTMLInputElement };
  },
};

const arrive = async (set = {}): Promise<Person> =>
  visit({ pool: await openPool({ users: [ann, bob] }), set: { authFlow: 'password', ...set } });

function expectOneForm({ username, secret }: Found, { form }: Person): void {
  expect(username?.form, 'the user name').to.equal(form);
  expect(secret?.form, 'the secret').to.equal(form);
}

for (const [name, detect] of Object.entries(detectors)) {
  describe(`${name} finds`, () => {
    it('user name and password in one form', async () => {
      const person = await arrive();
      expectOneForm(detect('current-password'), person);
      expect(detect('one-time-code').secret).to.equal(undefined);
    });

    it('user name and code in one form, and no password any more', async () => {
      const person = await arrive();
      await person.signIn('ann');
      await person.hears('login-code-sent');
      const found = detect('one-time-code');
      expectOneForm(found, person);
      expect(found.username!.value).to.equal('ann');
      expect(detect('current-password').secret).to.equal(undefined);
      expect(await person.messages()).to.equal(1);
    });
  });
}

describe('the form for password managers', () => {
  it('is one and the same from the first step to the code', async () => {
    const person = await arrive();
    const { form } = person;
    await person.signIn('ann');
    await person.hears('login-code-sent');
    expect(person.form).to.equal(form);
    expect(document.forms).to.have.lengthOf(1);
    expect(form.method).to.equal('post');
    expect(await person.messages()).to.equal(1);
  });

  for (const fields of ['slotted', 'shadow']) {
    it(`is gone after success, with every password in it, with fields="${fields}"`, async () => {
      const person = await arrive({ fields });
      const { form } = person;
      await person.signIn('bob');
      await person.hears('login-success');
      const left = [...openRoots(document.body)].filter((element) => element.matches('form, input'));
      expect(left).to.be.empty;
      expect(form.isConnected).to.equal(false);
      expect(form.querySelector('input')).to.equal(null);
      expect(await person.messages()).to.equal(0);
    });

    it(`takes values that were filled in without any event, with fields="${fields}"`, async () => {
      const person = await arrive({ fields });
      person.field('User name').value = 'bob';
      person.field('Password').value = bob.password;
      person.button('Sign in').click();
      expect(await person.hears('login-success')).to.include({ username: 'bob' });
      expect(await person.messages()).to.equal(0);
    });
  }

  it('holds the user name beside the password that is asked for again', async () => {
    const { FakeClock } = await import('../support/fake-clock.js');
    const clock = new FakeClock();
    const person = await arrive({ resend: 'ask', clock });
    await person.signIn('ann');
    await person.hears('login-code-sent');
    clock.advance(30_000);
    await person.element.updateComplete;
    await person.activate('Send a new code');
    await person.element.updateComplete;
    const detect = detectors['a plain query, then the field’s form']!;
    expectOneForm(detect('current-password'), person);
    expect(detect('current-password').username!.value).to.equal('ann');
    expect(await person.messages()).to.equal(1);
  });
});
