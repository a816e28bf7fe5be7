/** Sequences come to passkeys that the pool takes: one is made after a sign-in, and used for the next. */
import { expect } from '@open-wc/testing';
import { ControllerSubject } from './controller-subject.js';
import { openElement } from './element-subject.js';
import { run, type MakeSubject, type Sequence } from './sequence.js';
import type { World } from './world.js';

const answer = { do: 'answer', with: 'right' } as const;
const sequence: Sequence = {
  start: 'passkey',
  set: { 'page-challenges': 'left', resend: 'keep', resume: 'off' },
  acts: [answer, answer, answer, { do: 'page', call: 'sign-out' }, answer, { do: 'press', which: 1 }],
};

const subjects: Readonly<Record<string, MakeSubject>> = {
  controller: (world) => new ControllerSubject(world),
  element: openElement,
};

describe('the authenticator of sequences', () => {
  before(function () {
    if (!('credentials' in navigator)) this.skip(); // WebKitGTK
  });

  for (const [name, make] of Object.entries(subjects))
    it(`makes and uses a passkey of the ${name}`, async () => {
      const worlds: World[] = [];
      await run(sequence, (world) => make((worlds.push(world), world)));
      const { sent } = worlds[0]!.network;
      const made = sent.find(({ operation }) => operation === 'CompleteWebAuthnRegistration');
      const used = sent.find(({ params }) => params.ChallengeName === 'WEB_AUTHN');
      expect(made?.answer).to.deep.equal({});
      expect(used?.answer).to.have.property('AuthenticationResult');
    });
});
