/** For each invariant sequences, and something that breaks it on purpose: an element that does what it must not, or its way to the pool. */
import type { CognitoMfaLogin } from '../../../src/index.js';
import type { Act } from './acts.js';
import type { Sequence } from './sequence.js';
import { task } from './surroundings.js';
import type { Break, World } from './world.js';

interface Mutation {
  /** The name of the one that it breaks. */
  readonly invariant: string;
  /** What is wrong. */
  readonly why: string;
  readonly sequence: Sequence;
  readonly broken: Break;
}

const right: Act = { do: 'answer', with: 'right' };
const wait: Act = { do: 'wait', ms: 31_000 };
const on = (start: string, ...acts: Act[]): Sequence => ({ start, set: {}, acts });

const again = (element: HTMLElement, type: string, detail: object = {}): boolean =>
  element.dispatchEvent(new CustomEvent(type, { detail }));

/** After each event of a type, whatever is given. */
const after =
  (type: string, harm: (element: HTMLElement, event: CustomEvent<object>, world: World) => void): Break['element'] =>
  (element, world) =>
    element.addEventListener(type, (event) => harm(element, event as CustomEvent<object>, world));

/** In the place of one operation's request. */
const onRequest =
  (
    operation: string,
    harm: (send: (body?: string) => Promise<Response>, body: string) => Promise<Response>,
  ): Break['fetch'] =>
  (inner) =>
  (input, init = {}) => {
    const send = (body = String(init.body)) => inner(input, { ...init, body });
    const target = new Headers(init.headers).get('x-amz-target') ?? '';
    return target.endsWith(`.${operation}`) ? harm(send, String(init.body)) : send();
  };

let once = false;
const firstOnly = (run: () => void): void => {
  if (once) return;
  once = true;
  run();
  once = false;
};

const inputs = (element: HTMLElement) => [...element.querySelectorAll('input')];
const storedKey = (end: string) => Object.keys({ ...sessionStorage }).find((name) => name.endsWith(`.${end}`))!;
const jwt = { getJwtToken: () => 'no.token' };

export const breaks: readonly Mutation[] = [
  {
    invariant: 'I1',
    why: 'a success that is told twice',
    sequence: on('bob', right),
    broken: {
      element: after('login-success', (element, { detail }) =>
        firstOnly(() => again(element, 'login-success', detail)),
      ),
    },
  },
  {
    invariant: 'I1',
    why: 'a failure that nobody caused after a success',
    sequence: on('bob', right),
    broken: {
      // In a task of its own: this listener hears of the success before the sequence does.
      element: after('login-success', (element) =>
        setTimeout(() => again(element, 'login-failure', { code: 'timeout' })),
      ),
    },
  },
  {
    invariant: 'I2',
    why: 'a request that is sent twice at once',
    sequence: on('bob', right),
    broken: { fetch: onRequest('InitiateAuth', (send) => Promise.all([send(), send()]).then(([first]) => first)) },
  },
  {
    invariant: 'I3',
    why: 'a message that is asked for twice, one after the other',
    sequence: on('eve', right),
    broken: { fetch: onRequest('InitiateAuth', (send) => send().then(() => send())) },
  },
  {
    invariant: 'I4',
    why: 'an event after the disconnect',
    sequence: on('ann', right, { do: 'host', move: 'remove' }, wait),
    broken: {
      element: (element, { surroundings }) =>
        surroundings.clock.after(20_000, () => again(element, 'login-failure', { code: 'timeout' })),
    },
  },
  {
    invariant: 'I4',
    why: 'a step that is told of after the disconnect',
    sequence: on('ann', right, { do: 'host', move: 'remove' }, wait),
    broken: {
      element: (element, { surroundings }) =>
        surroundings.clock.after(20_000, () => again(element, 'login-step', { step: 'code', previous: 'sign-in' })),
    },
  },
  {
    invariant: 'I4',
    why: 'the failure of a request that was given up',
    sequence: on('ann', { do: 'break', fault: 'late', requests: 1 }, right, { do: 'page', call: 'start-over' }, wait),
    broken: {
      element: (element, { surroundings }) =>
        surroundings.clock.after(20_000, () => again(element, 'login-failure', { code: 'client-error' })),
    },
  },
  {
    invariant: 'I5',
    why: 'a code that goes with another session',
    sequence: on('ann', right, right),
    broken: {
      fetch: onRequest('RespondToAuthChallenge', (send, body) => send(body.replace(/"Session":"./, '"Session":"!'))),
    },
  },
  {
    invariant: 'I6',
    why: 'a step whose buttons and fields are all disabled',
    sequence: on('ann', right, { do: 'wait', ms: 1000 }),
    broken: {
      element: after('login-code-sent', (element) =>
        setTimeout(() =>
          element.querySelectorAll('input, button').forEach((control) => control.setAttribute('disabled', '')),
        ),
      ),
    },
  },
  {
    invariant: 'I7',
    why: 'a password that is written into an attribute',
    sequence: on('ann', right),
    broken: {
      element: after(
        'submit',
        (element) => (element.title = inputs(element).find(({ name }) => name === 'password')!.value),
      ),
    },
  },
  {
    invariant: 'I8',
    why: 'a password that stays in the form',
    sequence: on('tom', right),
    broken: {
      element: after('login-step', (element) => {
        const field = Object.assign(document.createElement('input'), { type: 'password', value: 'left behind' });
        setTimeout(() => element.querySelector('form')?.append(field));
      }),
    },
  },
  {
    invariant: 'I9',
    why: 'tokens that are none',
    sequence: on('bob', right),
    broken: {
      element: after('login-success', (_, { detail }) => {
        const getSession = () =>
          Promise.resolve({
            getIdToken: () => jwt,
            getAccessToken: () => jwt,
            getRefreshToken: () => ({ getToken: () => 'r' }),
          });
        Object.assign(detail, { getSession });
      }),
    },
  },
  {
    invariant: 'I10',
    why: 'a stored session that lacks a key',
    sequence: on('bob', right),
    broken: {
      element: after('login-success', () => {
        sessionStorage.removeItem(storedKey('clockDrift'));
      }),
    },
  },
  {
    invariant: 'I10',
    why: 'a stored session of two users',
    sequence: on('bob', right),
    broken: {
      element: after('login-success', () => {
        sessionStorage.setItem(storedKey('LastAuthUser'), 'ann');
      }),
    },
  },
  {
    invariant: 'I11',
    why: 'a focus that is lost',
    sequence: on('ann', right),
    broken: {
      // The code's field gets the focus once it is there, and where the window has none nothing tells of it.
      element: after('login-code-sent', (element) => {
        const lose = () => (document.activeElement as HTMLElement | null)?.blur();
        element.addEventListener('focusin', lose);
        void (element as CognitoMfaLogin).updateComplete.then(task).then(lose);
      }),
    },
  },
  {
    invariant: 'I11',
    why: 'a focus that is taken from a field of the page',
    sequence: on(
      ...(['ann', { do: 'break', fault: 'late', requests: 1 }, right] as const),
      ...([{ do: 'page', call: 'focus-elsewhere' }, { do: 'release' }] as const),
    ),
    broken: {
      element: after(
        'login-step',
        (element) => void (element as CognitoMfaLogin).updateComplete.then(() => element.focus()),
      ),
    },
  },
  {
    invariant: 'I12',
    why: 'an element that shows whether there is such a user',
    sequence: on('bob', { do: 'answer', with: 'wrong' }),
    broken: {
      element: after('login-failure', (element, _, { stranger }) =>
        element.toggleAttribute('data-known', stranger === 'bob'),
      ),
    },
  },
];
