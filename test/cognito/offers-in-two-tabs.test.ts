/** What somebody is offered is theirs: another tab may have signed in somebody else by the time they take it up. */
import { expect } from '@open-wc/testing';
import { tokens } from '../support/scripted-service.js';
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
    expect(here.service.operations()).to.deep.equal(['InitiateAuth']);
  });

  it('signed in the same person, stands', async () => {
    const { here } = await open('ann');
    expect(wordOf(await here.port.addPasskey(never))).to.equal('done');
  });

  it('signed everybody out, is over', async () => {
    const { here, there } = await open('ann');
    await there.port.signOut(false, never);
    expect(wordOf(await here.port.addPasskey(never))).to.equal('session-expired');
  });
});
