/** A service, or who speaks for it, that asks for the password itself where the flow promises a proof. */
import { expect } from '@open-wc/testing';
import { challenge, choice, handshake, tokens } from '../support/scripted-service.js';
import { credentials, openScripted, wordOf } from './open-scripted.js';

const questions: Readonly<Record<string, string>> = {
  'password-needed': challenge('PASSWORD'),
  'factor-choice': choice('PASSWORD'),
};

describe('a password that is proved by SRP', () => {
  for (const authFlow of ['srp', 'custom-srp'] as const)
    for (const [asked, question] of Object.entries(questions))
      for (const before of [[], [handshake()]])
        it(`is never sent: ${authFlow}, ${asked} after ${before.length} answers`, async () => {
          const { signIn, service } = openScripted([...before, question, tokens()], { authFlow });
          expect(wordOf(await signIn())).to.equal(asked);
          expect(service.sent).to.have.lengthOf(before.length + 1);
          for (const { init } of service.sent) expect(String(init.body)).not.to.contain(credentials.password);
        });
});
