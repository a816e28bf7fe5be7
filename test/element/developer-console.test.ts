import { expect } from '@open-wc/testing';
import { challenge, refusal, scriptedService, type Reply } from '../support/scripted-service.js';
import { listenToConsole } from '../support/faults.js';
import { visit } from '../support/person.js';

/** What the developer reads when the service answers so. */
async function readsAfter(reply: Reply): Promise<string[]> {
  const lines = listenToConsole();
  const { fetch } = scriptedService(reply, reply);
  const person = await visit({ set: { fetch, authFlow: 'password' } });
  for (const times of [1, 2]) {
    await person.signIn('ann');
    await person.hears('login-failure', times);
    expect(person.hint('Password')).to.equal('Sign-in is unavailable here.');
  }
  expect(await person.messages()).to.equal(0);
  return lines.filter(({ level }) => level === 'error').map(({ text }) => text);
}

describe('the developer reads once, where the person reads that sign-in is unavailable,', () => {
  it('which challenge there is no step for', async () => {
    const name = 'SOMETHING_NEW';
    expect(await readsAfter(challenge(name))).to.deep.equal([
      `<cognito-mfa-login>: This version has no step for ${name}.`,
    ]);
  });

  it('what the user pool refused', async () => {
    expect(await readsAfter(refusal('InvalidUserPoolConfigurationException', 'No.'))).to.deep.equal([
      '<cognito-mfa-login>: The user pool refused: InvalidUserPoolConfigurationException.',
    ]);
  });
});
