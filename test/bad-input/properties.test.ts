/** Properties of the wrong type, as a template without types sets them: each is told by name, and the sign-in goes on without it. */
import { expect, waitUntil } from '@open-wc/testing';
import { advice } from '../../src/element/advice.js';
import { DeveloperConsole } from '../../src/element/developer-console.js';
import { readClientMetadata, readPolicy, readText } from '../../src/element/page-properties.js';
import { defaultPolicy } from '../../src/flow/password-policy.js';
import { listenToAccidents, listenToConsole, Network } from '../support/faults.js';
import { visit, visitScenario } from '../support/person.js';
import { ann, openPool, password } from '../support/pool.js';

const canary = 'Canary-0123';

const told = {
  fetch: 'fetch must be a function as the page’s own fetch, which is used instead.',
  clientMetadata: 'clientMetadata must be an object of texts; what is none is left out.',
  messages: 'messages must be an object with texts of the language’s table; the language’s own are used.',
  passwordPolicy:
    'passwordPolicy must be an object with any of minLength (6 to 99) and, as booleans, lowercase, uppercase, number, symbol; the rest is Cognito’s default.',
  phoneCountry: 'phone-country must be a country’s two letters, such as DE; the browser’s region is used.',
};

const toldOfTexts = {
  username: 'username must be a text; the field is left empty.',
  issuer: 'issuer must be a text; the page’s host name is used.',
  userPoolId: 'user-pool-id must be a text; it counts as not set.',
  clientId: 'client-id must be a text; it counts as not set.',
};

const noTexts: readonly [what: string, value: unknown][] = [
  ['an object that no text can be made of', Object.create(null)],
  ['a signal that is not called', () => canary],
  ['a boolean', true],
  ['a list', [canary]],
];

const useless: readonly [what: string, value: unknown][] = [
  ['a text', canary],
  ['a number', 5],
  ['a boolean', true],
  ['a list', [canary]],
];

let lines: ReturnType<typeof listenToConsole>;
let accidents: readonly string[];

beforeEach(() => {
  lines = listenToConsole();
  accidents = listenToAccidents();
});

const hears = (...sentences: string[]) =>
  waitUntil(() => lines.length >= sentences.length, 'nothing on the console', { timeout: 5000 }).then(() =>
    expect(lines.map(({ level, text }) => `${level} ${text}`).sort()).to.deep.equal(
      sentences.map((sentence) => `warn <cognito-mfa-login>: ${sentence}`).sort(),
    ),
  );

describe('a property of the wrong type', () => {
  for (const [what, value] of useless) {
    it(`such as ${what} is told once for each, and the person signs in`, async () => {
      const wrong = {
        fetch: value,
        clientMetadata: value,
        messages: value,
        passwordPolicy: value,
        phoneCountry: value,
      };
      const pool = await openPool({ users: [ann] });
      const person = await visit({ pool, set: { authFlow: 'password', ...(wrong as object) } });
      await person.signIn('ann');
      await person.sees('Check your phone');
      await person.enterSentCode();
      await person.hears('login-success');
      await hears(...Object.values(told));
      expect(accidents).to.deep.equal([]);
    });
  }

  it('is not missed where a framework has taken it away', async () => {
    const none = { fetch: null, clientMetadata: undefined, messages: null, passwordPolicy: null, phoneCountry: '' };
    const pool = await openPool({ users: [ann] });
    const person = await visit({ pool, set: { authFlow: 'password', ...(none as object) } });
    await person.signIn('ann');
    await person.sees('Check your phone');
    expect(lines).to.deep.equal([]);
  });

  it('costs a phone number its country, not the person their sign-in', async () => {
    const set = { loginWith: 'phone', phoneCountry: 44 as unknown as string } as const;
    const person = await visitScenario('login-with-phone', set);
    await person.type('Phone number', '+44 7700 900134');
    await person.type('Password', password);
    await person.press('Enter');
    await person.sees('Check your phone');
    await hears(told.phoneCountry);
  });
});

describe('a text of the wrong type', () => {
  for (const [what, value] of noTexts) {
    it(`such as ${what} leaves the field empty, and the person signs in`, async () => {
      const pool = await openPool({ users: [ann] });
      const set = { authFlow: 'password', ...({ username: value, issuer: value } as object) } as const;
      const person = await visit({ pool, set });
      await person.sees('Sign in');
      expect(person.field('User name').value).to.equal('');
      await person.signIn('ann');
      await person.sees('Check your phone');
      person.element.startOver();
      await hears(toldOfTexts.username, toldOfTexts.issuer);
      expect(accidents).to.deep.equal([]);
    });

    it(`such as ${what} names nobody to confirm`, async () => {
      const pool = await openPool({ users: [ann] });
      const person = await visit({ pool, set: { mode: 'reauth', ...({ username: value } as object) } });
      await waitUntil(() => lines.some(({ level }) => level === 'error'), 'no error on the console');
      person.element.startOver();
      expect(lines.map(({ text }) => text)).to.have.members(
        [toldOfTexts.username, advice.username].map((sentence) => `<cognito-mfa-login>: ${sentence}`),
      );
      expect(accidents).to.deep.equal([]);
    });
  }

  it('is told of ids, too, and is no id', async () => {
    const ids = { userPoolId: () => canary, clientId: () => canary };
    await visit({ pool: await openPool({ users: [ann] }), set: ids as object });
    await waitUntil(() => lines.length >= 3, 'too little on the console', { timeout: 5000 });
    expect(lines.map(({ level, text }) => `${level} ${text}`)).to.have.members([
      `warn <cognito-mfa-login>: ${toldOfTexts.userPoolId}`,
      `warn <cognito-mfa-login>: ${toldOfTexts.clientId}`,
      `error <cognito-mfa-login>: ${advice.ids}`,
    ]);
    expect(accidents).to.deep.equal([]);
  });

  it('is not a number, which templates make of digits', async () => {
    expect(readText('username', 4711, new DeveloperConsole())).to.equal('4711');
    for (const none of [undefined, null, '']) expect(readText('issuer', none, new DeveloperConsole())).to.equal('');
    for (const [, value] of noTexts) expect(readText('issuer', value, new DeveloperConsole())).to.equal('');
    await hears(...noTexts.map(() => toldOfTexts.issuer));
  });
});

describe('client metadata', () => {
  it('goes out without what is no text', async () => {
    const network = new Network();
    const clientMetadata = { shop: 'west', basket: 7, user: { id: canary } } as unknown as Record<string, string>;
    const set = { fetch: network.fetch, authFlow: 'password', clientMetadata } as const;
    const person = await visit({ pool: await openPool({ users: [ann] }), set });
    await person.signIn('ann');
    await person.sees('Check your phone');
    expect(JSON.parse(network.requests[0]!.body).ClientMetadata).to.deep.equal({ shop: 'west' });
    await hears(told.clientMetadata);
  });

  it('is none where there is none', () => {
    expect(readClientMetadata(undefined, new DeveloperConsole())).to.equal(undefined);
    expect(readClientMetadata({}, new DeveloperConsole())).to.deep.equal({});
  });
});

describe('a password policy', () => {
  const wrong: readonly object[] = [
    { minLength: '12' },
    { minLength: 5 },
    { minLength: 100 },
    { minLength: NaN },
    { minLength: 8.5 },
    { symbol: 'no' },
    { digits: false },
    { toString: true },
  ];
  for (const part of wrong) {
    it(`keeps its default in place of ${JSON.stringify(part)}`, async () => {
      const policy = readPolicy({ uppercase: false, ...part }, new DeveloperConsole());
      expect(policy).to.deep.equal({ ...defaultPolicy, uppercase: false });
      await hears(told.passwordPolicy);
    });
  }

  it('takes what is right without a word', () => {
    const mine = { minLength: 12, lowercase: false, uppercase: false, number: false, symbol: false };
    expect(readPolicy(mine, new DeveloperConsole())).to.deep.equal(mine);
    expect(lines).to.deep.equal([]);
  });
});

describe('an attribute whose hyphens got lost', () => {
  for (const [written, meant] of [
    ['userpoolid', 'user-pool-id'],
    ['authflow', 'auth-flow'],
    ['session_minutes', 'session-minutes'],
  ] as const) {
    it(`such as ${written} is told with the one that is meant`, async () => {
      const place = document.createElement('div');
      document.body.append(place);
      place.innerHTML = `<cognito-mfa-login ${written}="x" class="a" data-authflow="y" aria-label="z"></cognito-mfa-login>`;
      await hears(`${written} is no attribute: write ${meant}.`);
      place.remove();
      expect(accidents).to.deep.equal([]);
    });
  }
});
