/** The page around the element, in the sequence's hand: its time, its frames, its prompts. */
import { asText } from '../../support/as-text.js';
import { FakeClock } from '../../support/fake-clock.js';
import { Prompts } from './prompts.js';

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** A moment of the page's own, after whatever waits for one. By one channel: to make and close one each time took a sixth of the controller's fuzz. */
export const task = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });

export interface Surroundings {
  readonly clock: FakeClock;
  readonly prompts: Prompts;
  /** What was written on the console. */
  readonly lines: string[];
  /** What nobody caught. */
  readonly accidents: string[];
  restore(): void;
}

type Undo = () => void;

function replace<Owner extends object, Key extends keyof Owner>(owner: Owner, key: Key, value: Owner[Key]): Undo {
  const before = Object.getOwnPropertyDescriptor(owner, key);
  Object.defineProperty(owner, key, { value, configurable: true, writable: true });
  return () => {
    if (before) Object.defineProperty(owner, key, before);
    else Reflect.deleteProperty(owner, key);
  };
}

/** `Date` at the clock's time: tokens, and what the SDK makes of them, then run out with it. */
function replaceDate(clock: FakeClock): Undo {
  const Original = Date;
  class FakeDate extends Original {
    constructor(...given: [] | [number | string]) {
      super(...((given.length ? given : [clock.now()]) as [number]));
    }
    static override now(): number {
      return clock.now();
    }
  }
  return replace(globalThis, 'Date', FakeDate as DateConstructor);
}

/** What is put off to a task of its own takes that task, and not the millisecond or four in which the sequence may be at its next act. */
function replaceTimeout(): Undo {
  const original = setTimeout;
  const put = (callback: () => void, delay = 0): unknown =>
    delay > 0 ? original(callback, delay) : void task().then(callback);
  return replace(globalThis, 'setTimeout', put as typeof setTimeout);
}

function replacePrompts(prompts: Prompts): Undo[] {
  const { credentials } = navigator as { readonly credentials?: CredentialsContainer };
  if (!credentials) return []; // in WebKitGTK
  // The browser's own answer comes from another process, and so at any time: also when the sequence is at its next act.
  const listed = () => Promise.resolve(true);
  return [
    replace(credentials, 'get', prompts.get as typeof credentials.get),
    replace(credentials, 'create', prompts.create as typeof credentials.create),
    replace(PublicKeyCredential, 'isConditionalMediationAvailable', listed),
  ];
}

function listen(lines: string[], accidents: string[]): Undo[] {
  const levels = ['debug', 'log', 'info', 'warn', 'error'] as const;
  const stop = new AbortController();
  const note = (event: Event): void => {
    const { message, reason } = event as Partial<ErrorEvent & PromiseRejectionEvent>;
    accidents.push(`${event.type}: ${asText(reason ?? message)}`);
    event.preventDefault();
  };
  addEventListener('error', note, { signal: stop.signal });
  addEventListener('unhandledrejection', note, { signal: stop.signal });
  const write = (...parts: unknown[]) => void lines.push(parts.map(asText).join(' '));
  return [...levels.map((level) => replace(console, level, write)), () => stop.abort()];
}

/** For one sequence; `restore` puts everything back. */
export function surround(): Surroundings {
  const clock = new FakeClock(Date.UTC(2026, 0, 1));
  const prompts = new Prompts();
  const [lines, accidents]: [string[], string[]] = [[], []];
  // A page in the background paints nothing, and pages side by side are in each other's; locks are another process's.
  const frames = (callback: FrameRequestCallback) => (void task().then(() => callback(performance.now())), 0);
  const undo = [
    replaceDate(clock),
    replaceTimeout(),
    replace(globalThis, 'requestAnimationFrame', frames),
    replace(navigator as { locks?: LockManager }, 'locks', undefined as unknown as LockManager),
    ...replacePrompts(prompts),
    ...listen(lines, accidents),
  ];
  return { clock, prompts, lines, accidents, restore: () => undo.reverse().forEach((step) => step()) };
}
