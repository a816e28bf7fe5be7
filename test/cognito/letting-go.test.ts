import { expect } from '@open-wc/testing';
import { PortUser } from '../../src/cognito/port-user.js';
import type { SdkClient } from '../../src/cognito/sdk-internals.js';
import { challenge, handshake, refusal, tokens, type Reply } from '../support/scripted-service.js';
import { codeAnswer, never, openScripted } from './open-scripted.js';

/** Notes which client a user has when it comes to rest, and which it then has: nothing outside can see the port's users. */
function watchRest() {
  const original = PortUser.prototype.rest;
  const rested: { user: PortUser; before: SdkClient }[] = [];
  PortUser.prototype.rest = function () {
    rested.push({ user: this, before: this.client });
    original.call(this);
  };
  return { rested, stop: () => (PortUser.prototype.rest = original) };
}

/** Through its callbacks, the client of a submission leads to the password. */
describe('the port lets go of a submission', () => {
  const ends: Readonly<Record<string, [reply: Reply, authFlow: 'srp' | 'password']>> = {
    'that leads to a code': [challenge('SMS_MFA'), 'password'],
    'that signs in': [tokens(), 'password'],
    'that is refused': [refusal('NotAuthorizedException', 'No.'), 'password'],
    'by SRP': [handshake(), 'srp'],
  };
  for (const [name, [reply, authFlow]] of Object.entries(ends))
    it(name, async () => {
      const watch = watchRest();
      const { signIn } = openScripted([reply, challenge('SMS_MFA')], { authFlow });
      await signIn();
      watch.stop();
      expect(watch.rested).to.have.lengthOf(1);
      const { user, before } = watch.rested[0]!;
      expect(user.client).not.to.equal(before);
      const failure = await new Promise((resolve) => user.client.request('InitiateAuth', {}, resolve));
      expect(failure).to.have.property('code', 'Aborted');
    });

  it('and of its Session, once somebody is signed in', async () => {
    const watch = watchRest();
    const { port, signIn } = openScripted([challenge('SMS_MFA'), tokens()]);
    await signIn();
    watch.stop();
    const { user } = watch.rested[0]!;
    expect(user.Session).to.be.a('string');
    await port.answer(codeAnswer('123456'), never);
    expect(user.Session).to.equal(null);
  });
});
