/** What somebody is offered is theirs: another tab may have signed in somebody else by the time they take it up. */
import { expect } from '@open-wc/testing';
import type { Outcome } from '../../src/flow/outcome.js';
import { jwt, type Reply, tokens } from '../support/scripted-service.js';
import { never, openScripted, openShelf, wordOf } from './open-scripted.js';

const passkeyPrompt = {
  canAutofill: () => Promise.resolve(true),
  get: () => Promise.resolve(null),
  create: () => Promise.resolve({}),
};

/** Ann signed in here, and then somebody there. */
async function open(username: string) {
  const { storage } = openShelf();
  const NewDeviceMetadata = { DeviceKey: 'key', DeviceGroupKey: 'group' };
  const here = openScripted([tokens(), '{"CredentialCreationOptions":{}}', '{}'], { storage, passkeyPrompt });
  const there = openScripted([tokens({ NewDeviceMetadata }), '{}'], { storage });
  await here.signIn();
  await there.port.signIn({ username, password: 'Blue-Lagoon-7' }, never);
  return { here, there };
}

describe('an offer, when another tab', () => {
  it('signed in somebody else, is over: nothing is asked in their name', async () => {
    const { here } = await open('eve');
    expect(wordOf(await here.port.addPasskey(never))).to.equal('session-expired');
    expect(wordOf(await here.port.rememberDevice(never))).to.equal('session-expired');
    expect(wordOf(await here.port.skipOffer(never))).to.equal('session-expired');
    expect(here.service.operations()).to.deep.equal(['InitiateAuth']);
  });

  it('signed in the same person, stands', async () => {
    const { here } = await open('ann');
    expect(wordOf(await here.port.addPasskey(never))).to.equal('done');
    expect(wordOf(await here.port.skipOffer(never))).to.equal('done');
  });

  it('signed everybody out, is over', async () => {
    const { here, there } = await open('ann');
    await there.port.signOut(false, never);
    expect(wordOf(await here.port.addPasskey(never))).to.equal('session-expired');
    expect(wordOf(await here.port.skipOffer(never))).to.equal('session-expired');
  });

  it('signs in the same person meanwhile, whose tokens run out and cannot be refreshed now, stands', async () => {
    const { storage } = openShelf();
    const spent = jwt({ until: -1 });
    const there = openScripted([tokens({ AccessToken: spent, IdToken: spent, RefreshToken: 'refresh-2' })], {
      storage,
    });
    const create = async () => (await there.signIn(), {});
    const here = openScripted([tokens(), '{"CredentialCreationOptions":{}}', '{}', new TypeError('Failed to fetch')], {
      ...{ storage, passkeyPrompt: { ...passkeyPrompt, create } },
    });
    await here.signIn();
    expect(wordOf(await here.port.addPasskey(never))).to.equal('done');
    expect(here.service.operations().at(-1)).to.equal('GetTokensFromRefreshToken');
  });
});

describe('an offer, when another tab signs everybody out while it is taken up,', () => {
  const { storage } = openShelf();
  const NewDeviceMetadata = { DeviceKey: 'key', DeviceGroupKey: 'group' };
  const there = openScripted([], { storage });
  const signOutThere = () => there.port.signOut(false, never);
  const isOver = (outcome: Outcome) => expect(wordOf(outcome)).to.equal('session-expired');

  /** Signed in with a new device that the person is asked about. */
  async function signInHere(replies: readonly Reply[], set: object = {}) {
    const confirmed = '{"UserConfirmationNecessary":true}';
    const here = openScripted([tokens({ NewDeviceMetadata }), confirmed, ...replies], { storage, ...set });
    await here.signIn();
    return here.port;
  }

  const prompts: Readonly<Record<string, () => Promise<object | null>>> = {
    'is confirmed': () => Promise.resolve({}),
    'is closed': () => Promise.resolve(null),
    fails: () => Promise.reject(new Error('a prompt that fails')),
  };
  for (const [name, answer] of Object.entries(prompts))
    it(`is over, whether the prompt for a passkey ${name}`, async () => {
      const create = () => signOutThere().then(answer);
      const port = await signInHere(['{"CredentialCreationOptions":{}}', '{}'], {
        passkeyPrompt: { ...passkeyPrompt, create },
      });
      isOver(await port.addPasskey(never));
    });

  const answers: Readonly<Record<string, () => Response>> = {
    'is remembered': () => new Response('{}'),
    'is not': () => new Response('{"__type":"InternalErrorException"}', { status: 500 }),
  };
  for (const [name, answer] of Object.entries(answers))
    it(`is over, whether the device ${name}`, async () => {
      const port = await signInHere([() => signOutThere().then(answer)]);
      isOver(await port.rememberDevice(never));
    });
});
