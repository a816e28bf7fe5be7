/** What can happen in a step of a sequence: plain data, so that a sequence can be printed, made shorter and kept. */
import fc from 'fast-check';
import { faultNames } from './network.js';

export type Wit = 'right' | 'wrong' | 'empty' | 'odd' | 'old';

export type Act =
  /** The person answers what the step asks for, and submits. `twice`: with a second press at once. */
  | { readonly do: 'answer'; readonly with: Wit; readonly twice?: boolean }
  /** The person presses one of the buttons, or chooses one of the ways, that are there. */
  | { readonly do: 'press'; readonly which: number; readonly twice?: boolean }
  /** An act that the step may not take at all. Of the element: a word is typed into some field. */
  | { readonly do: 'stray'; readonly which: number; readonly with: Wit }
  | { readonly do: 'wait' | 'sleep'; readonly ms: number }
  /** What goes wrong with the next requests. */
  | { readonly do: 'break'; readonly fault: string; readonly requests: number }
  | { readonly do: 'release' }
  | { readonly do: 'host'; readonly move: (typeof moves)[number] }
  | { readonly do: 'page'; readonly call: (typeof calls)[number] }
  | { readonly do: 'set'; readonly name: string; readonly value: string }
  /** What the page does from within its next listener of an event. */
  | { readonly do: 'listen'; readonly to: (typeof heard)[number]; readonly then: 'start-over' | 'remove' | 'sign-out' }
  /** Another tab clears the storage. */
  | { readonly do: 'tab'; readonly how: 'clears' }
  /** The browser's passkey prompts, the open and the next ones, are confirmed, closed, or left open. */
  | { readonly do: 'prompt'; readonly how: 'confirmed' | 'closed' | 'waits' };

export const moves = ['remove', 'insert', 'move', 'clear', 'hide', 'show', 'page-hidden', 'page-shown'] as const;
export const calls = [
  'start-over',
  'sign-out',
  'sign-out-everywhere',
  'get-session',
  'forget-device',
  'focus',
  'focus-elsewhere',
] as const;
const heard = ['login-step', 'login-code-sent', 'login-success', 'login-failure', 'login-challenge'] as const;

/** By name, what a page changes while it goes on; `storage` aside, since its keys are looked at. */
export const settings: Readonly<Record<string, readonly string[]>> = {
  'auth-flow': ['password', 'password', 'choice', 'custom', 'nonsense'],
  mode: ['sign-in', 'reauth'],
  'login-with': ['username', 'email', 'phone'],
  'password-reset': ['offer', 'off'],
  passkeys: ['off', 'sign-in', 'offer'],
  'remember-device': ['ask', 'always', 'never'],
  'session-minutes': ['3', '15', 'x'],
  resume: ['off', 'session'],
  resend: ['keep', 'ask', 'off'],
  fields: ['slotted', 'shadow'],
  username: ['eve', ''],
  theme: ['dark', 'auto'],
  lang: ['de', 'en', 'ar'],
  'client-id': ['nonsense', 'back'],
};

const wit = fc.constantFrom<Wit>('right', 'right', 'right', 'right', 'wrong', 'empty', 'odd', 'old');
const which = fc.nat({ max: 30 });
const twice = fc.constantFrom(false, false, false, true);
const times = [1000, 16_000, 31_000, 31_000, 61_000, 125_000, 181_000, 181_000, 3_700_000];

const setting = fc
  .constantFrom(...Object.keys(settings))
  .chain((name) =>
    fc.record({ do: fc.constant('set' as const), name: fc.constant(name), value: fc.constantFrom(...settings[name]!) }),
  );

export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 34, arbitrary: fc.record({ do: fc.constant('answer' as const), with: wit, twice }) },
  { weight: 16, arbitrary: fc.record({ do: fc.constant('press' as const), which, twice }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('stray' as const), which, with: wit }) },
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constantFrom('wait' as const, 'wait' as const, 'sleep' as const),
      ms: fc.constantFrom(...times),
    }),
  },
  {
    weight: 11,
    arbitrary: fc.record({
      do: fc.constant('break' as const),
      fault: fc.constantFrom(...faultNames, 'late', 'late', 'late', 'lost', 'hang'),
      requests: fc.constantFrom(1, 1, 1, 2, 4),
    }),
  },
  { weight: 6, arbitrary: fc.constant({ do: 'release' as const }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('host' as const), move: fc.constantFrom(...moves) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('page' as const), call: fc.constantFrom(...calls) }) },
  { weight: 6, arbitrary: setting },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('listen' as const),
      to: fc.constantFrom(...heard),
      then: fc.constantFrom('start-over' as const, 'remove' as const, 'sign-out' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'tab' as const, how: 'clears' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('prompt' as const),
      how: fc.constantFrom('confirmed' as const, 'confirmed' as const, 'closed' as const, 'waits' as const),
    }),
  },
);

/** Whose doing it is: the person's or the page's, and not time's or chance's. */
export const isPersonal = (act: Act): boolean =>
  act.do === 'answer' || act.do === 'press' || act.do === 'stray' || act.do === 'page' || act.do === 'prompt';

export const nameOf = (act: Act): string => JSON.stringify(act);
