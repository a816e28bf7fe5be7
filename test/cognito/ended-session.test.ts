/** A session that is over, in a storage that does not give up its items: it is asked for once, and told of once. */
import { expect } from '@open-wc/testing';
import { failingStorage } from '../support/faults.js';
import { jwt, refusal } from '../support/scripted-service.js';
import { never, openScripted, settled, storedSession } from './open-scripted.js';

const spent = jwt({ from: -7200, until: -3600 });
const refused = () => refusal('NotAuthorizedException', 'Refresh Token has been revoked');

/** As a browser does whose site data is read-only, with what an earlier visit stored. */
function stuckStorage(refreshToken = 'refresh-0') {
  const storage = failingStorage(['setItem', 'removeItem'], new DOMException('Read only.', 'SecurityError'));
  const content = storedSession('eve', { idToken: spent, accessToken: spent, refreshToken });
  for (const [key, value] of Object.entries(content)) storage.items.set(key, value);
  return storage;
}

/** A port that is looked at whenever it tells of a change, as an element does. */
function watch(storage: ReturnType<typeof stuckStorage>) {
  const { port, service } = openScripted(Array.from({ length: 20 }, refused), { storage });
  let told = 0;
  const look = () => port.restore(never);
  const stop = port.watchSession(() => {
    // Or a test that fails would go on without end.
    if (++told < 20) void look();
  });
  return { port, service, look, stop, told: () => told };
}

describe('a session that is over and cannot be removed', () => {
  it('is asked for once, and told of', async () => {
    const { port, service, look, stop, told } = watch(stuckStorage());
    expect(await look()).to.equal(null);
    await settled();
    expect([service.sent.length, told()]).to.deep.equal([1, 1]);
    expect(await port.getSession()).to.equal(null);
    expect(service.sent).to.have.lengthOf(1);
    stop();
  });

  for (const [name, change] of [
    ['with a refresh token', {}],
    ['without one', { refreshToken: '' }],
    ['of which only the name is left', { idToken: '' }],
  ] as const)
    it(`${name}: two elements side by side come to rest`, async () => {
      const storage = stuckStorage();
      const content = storedSession('eve', { idToken: spent, accessToken: spent, ...change });
      for (const [key, value] of Object.entries(content)) storage.items.set(key, value);
      const both = [watch(storage), watch(storage)];
      await Promise.all(both.map(({ look }) => look()));
      await settled();
      await settled();
      for (const { service, told, stop } of both) {
        expect(service.sent.length, 'requests').to.be.at.most(1);
        expect(told(), 'told').to.be.within(1, 2);
        stop();
      }
    });

  it('is asked for again once there is another refresh token', async () => {
    const storage = stuckStorage();
    const { service, look, stop } = watch(storage);
    await look();
    for (const [key, value] of stuckStorage('refresh-2').items) storage.items.set(key, value);
    await look();
    await settled();
    expect(service.sent.map(({ params }) => params.RefreshToken)).to.deep.equal(['refresh-0', 'refresh-2']);
    stop();
  });
});
