/** Nothing moves under the person's hand when an error or the busy state appears. */
import { expect } from '@open-wc/testing';
import type { Person } from '../support/person.js';
import { FakeClock } from '../support/fake-clock.js';
import {
  busy,
  codeBusy,
  firstStep,
  resending,
  refused,
  settled,
  smsCode,
  wrongCode,
  type SeenState,
} from '../accessibility/states.js';
import { pageCss } from './place.js';

/** Where everything stands that a person may aim at, and how large the whole is. */
function boxes({ element, form }: Person): Record<string, string> {
  const origin = element.getBoundingClientRect();
  const found: Record<string, string> = { whole: `${origin.width.toFixed(1)} ${origin.height.toFixed(1)}` };
  for (const node of form.querySelectorAll(
    'label, .cml-input:not(.cml-hidden), .cml-button, .cml-actions, .cml-who button',
  )) {
    const { left, top, width, height } = node.getBoundingClientRect();
    const name = node.getAttribute('name') ?? node.getAttribute('for')?.replace(/^.*\d-/, '') ?? node.className;
    found[name] = [left - origin.left, top - origin.top, width, height].map((edge) => edge.toFixed(1)).join(' ');
  }
  return found;
}

async function boxesIn({ reach }: SeenState, fields: 'slotted' | 'shadow'): Promise<Record<string, string>> {
  const person = await reach({ fields });
  const found = boxes(person);
  person.element.remove();
  return found;
}

for (const fields of ['slotted', 'shadow'] as const) {
  describe(`nothing moves with fields="${fields}"`, () => {
    beforeEach(() => pageCss('cognito-mfa-login { inline-size: 384px; }'));

    it('when the first step becomes busy, and when an error appears', async () => {
      const before = await boxesIn(firstStep, fields);
      expect(await boxesIn(busy, fields)).to.deep.equal(before);
      expect(await boxesIn(refused, fields)).to.deep.equal(before);
    });

    it('when a code is checked, and when it was wrong', async () => {
      const before = await boxesIn(smsCode, fields);
      expect(await boxesIn(codeBusy, fields)).to.deep.equal(before);
      expect(await boxesIn(wrongCode, fields)).to.deep.equal(before);
    });

    it('when the cool-down ends, and when a new code is sent', async () => {
      const clock = new FakeClock();
      const person = await smsCode.reach({ fields, clock });
      const before = boxes(person);
      clock.advance(30_000);
      await settled(person);
      expect(boxes(person), 'when it ends').to.deep.equal(before);
      expect(await boxesIn(resending, fields), 'when a code is sent').to.deep.equal(before);
    });
  });
}
