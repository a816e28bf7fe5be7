import { LoginController } from './controller/login-controller.js';
import { systemClock } from './controller/system-clock.js';
import type { AuthFlow, CognitoOptions } from './cognito/config.js';
import type { StorageChoice } from './cognito/storage.js';
import type { ConfigHint, ErrorCode, FieldErrorCode, Problem } from './flow/error.js';
import type { PersonEvent } from './flow/event.js';
import type { Channel } from './flow/outcome.js';
import type { AuthPort, Clock, UserSession } from './flow/ports.js';
import type { CodeState, LoginState, SignedInState, SignInState, StepName } from './flow/state.js';

export type {
  AuthFlow,
  Channel,
  Clock,
  CodeState,
  ConfigHint,
  ErrorCode,
  FieldErrorCode,
  LoginState,
  SignedInState,
  SignInState,
  StepName,
  StorageChoice,
  UserSession,
};

/** As the element's attributes of the same names; `userPoolId` and `clientId` are required. */
export interface LoginOptions extends Omit<CognitoOptions, 'clock' | 'warn'> {
  /** The app client's AuthSessionValidity in minutes, 3 to 15; 3 unless told otherwise. */
  readonly sessionMinutes?: number;
  /** `keep` unless told otherwise. */
  readonly resend?: 'keep' | 'ask' | 'off';
  readonly clock?: Clock;
}

/** A signed-in step with the way to its tokens. */
export type Done = SignedInState & { getSession(): Promise<UserSession | null> };

/** Where a call led to. */
export type Step = CodeState | Done;

/** A refused call. `code` is one of the closed union; the service's words are in `cause`. */
export class LoginFailure extends Error {
  readonly code: Problem['code'];
  readonly retryable: boolean;
  readonly requestId: string | undefined;
  /** With `config-error`: the setting to change. */
  readonly hint: ConfigHint | undefined;

  constructor(problem: Problem) {
    super(`Sign-in failed: ${problem.code}`, 'cause' in problem ? { cause: problem.cause } : {});
    this.name = 'LoginFailure';
    this.code = problem.code;
    this.retryable = 'retryable' in problem && problem.retryable;
    this.requestId = 'requestId' in problem ? problem.requestId : undefined;
    this.hint = 'hint' in problem ? problem.hint : undefined;
  }
}

interface Observer {
  next?(state: LoginState): void;
}

declare global {
  // As RxJS declares it, so that `from(login)` compiles.
  interface SymbolConstructor {
    readonly observable: symbol;
  }
}

/** A call that waits for its answer. */
interface Pending {
  resolve(state: LoginState): void;
  reject(error: Error): void;
  /** Whether its event has been dealt with. */
  sent: boolean;
}

type Subscription = (() => void) & { unsubscribe(): void };

export interface Login {
  /** The step as it stands. Holds no secret. */
  readonly state: LoginState;
  /**
   * Sends the password; at most one message goes out.
   * @throws LoginFailure when it is refused; DOMException `AbortError` after `startOver()`; DOMException `InvalidStateError`
   *   while another call is under way
   */
  signIn(username: string, password: string): Promise<Step>;
  /** Answers the code step, any time later. Throws as `signIn`; after `wrong-code` the same step takes another. */
  confirm(code: string): Promise<Step>;
  /**
   * Has a new code sent, at most five times, 30 s apart.
   * @param password with `resend: 'ask'`, where none is kept
   * @throws as `signIn`, and DOMException `InvalidStateError` when none can be sent now
   */
  resend(password?: string): Promise<Step>;
  /** Back to the first step; drops what is under way. Whoever is signed in stays so: `signOut()` ends a session. */
  startOver(): void;
  /** Ends the session on this device, or on all. Tells whether all were reached. */
  signOut(options?: { global?: boolean }): Promise<{ global: boolean }>;
  /** Refreshed where it has to be; null when nobody is signed in. */
  getSession(): Promise<UserSession | null>;
  /** Calls back with the state now, and whenever it changes; the answer ends it. */
  subscribe(observer: ((state: LoginState) => void) | Observer): Subscription;
  [Symbol.observable](): { subscribe(observer: Observer): Subscription };
}

/**
 * The whole of the element without its looks. Also an Observable of its states (`Symbol.observable`, as RxJS `from()` takes).
 * @throws RangeError when `sessionMinutes` is not from 3 to 15; other faulty options fail with `config-error` when they are used
 */
export function createLogin(options: LoginOptions): Login {
  return new HeadlessLogin(options);
}

/** One port for all attempts, since its options never change: it keeps `memory` alive, and two refreshes apart. */
function portOpener(options: CognitoOptions): () => Promise<AuthPort> {
  let port: AuthPort | null = null;
  return async () => {
    const { openCognito } = await import('./cognito/open-cognito.js');
    return (port ??= openCognito(options));
  };
}

/** A listener's exception is its own: it goes to the global error handler, as an event listener's does. */
function notify(listener: (state: LoginState) => void, state: LoginState): void {
  try {
    listener(state);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

const notNow = (message: string) => new DOMException(message, 'InvalidStateError');

class HeadlessLogin implements Login {
  declare readonly [Symbol.observable]: Login[typeof Symbol.observable];
  readonly #controller: LoginController;
  readonly #clock: Clock;
  readonly #listeners = new Set<(state: LoginState) => void>();
  #told: LoginState;
  #pending: Pending | null = null;
  #signedOutEverywhere = false;
  #signingOut: Promise<LoginState> | null = null;

  constructor(options: LoginOptions) {
    const { sessionMinutes = 3, resend = 'keep', clock = systemClock } = options;
    if (!(sessionMinutes >= 3 && sessionMinutes <= 15)) throw new RangeError('sessionMinutes must be from 3 to 15.');
    const warn = (message: string) => console.warn(`cognito-mfa-login: ${message}`);
    this.#clock = clock;
    this.#controller = new LoginController(
      { requestUpdate: () => this.#tell() },
      {
        clock,
        openPort: portOpener({ ...options, clock, warn }),
        options: () => ({ sessionMinutes, resend }),
        painted: () => Promise.resolve(),
        report: (report) => {
          if (report.type === 'signed-out') this.#signedOutEverywhere = report.global;
        },
      },
    );
    this.#told = this.#controller.state;
    // RxJS looks under the first name where a polyfill has defined it before RxJS was loaded, else under the second.
    for (const name of [Symbol.observable, '@@observable']) {
      if (name) Object.defineProperty(this, name, { value: () => this });
    }
  }

  get state(): LoginState {
    return this.#controller.state;
  }

  async signIn(username: string, password: string): Promise<Step> {
    this.#assertIdle();
    if (this.state.name !== 'sign-in') this.#controller.act({ type: 'start-over' });
    // A page without types may pass anything.
    return this.#step({
      type: 'submit-credentials',
      username: String(username ?? ''),
      password: String(password ?? ''),
    });
  }

  async confirm(code: string): Promise<Step> {
    this.#assertCodeStep();
    return this.#step({ type: 'submit-code', code: String(code ?? '') });
  }

  async resend(password?: string): Promise<Step> {
    const { resend } = this.#assertCodeStep();
    if (!resend?.left || this.#clock.now() < resend.availableAt)
      throw notNow('No new code can be sent now: see state.resend.');
    if (resend.mode === 'keep') return this.#step({ type: 'request-code' });
    this.#controller.act({ type: 'request-code' });
    return this.#step({ type: 'submit-password', password: password ?? '' });
  }

  startOver(): void {
    this.#drop();
    this.#controller.act({ type: 'start-over' });
  }

  async signOut({ global = false } = {}): Promise<{ global: boolean }> {
    if (!this.#signingOut) this.#drop();
    // Pressed twice, it is one.
    this.#signingOut ??= this.#settled({ type: 'sign-out', global }).finally(() => (this.#signingOut = null));
    await this.#signingOut;
    return { global: this.#signedOutEverywhere };
  }

  getSession(): Promise<UserSession | null> {
    return this.#controller.getSession();
  }

  subscribe(observer: ((state: LoginState) => void) | Observer) {
    // A function of its own each time, so that one who subscribes twice may leave once.
    const listener = (state: LoginState) => (typeof observer === 'function' ? observer(state) : observer.next?.(state));
    this.#listeners.add(listener);
    notify(listener, this.state);
    const unsubscribe = () => void this.#listeners.delete(listener);
    return Object.assign(unsubscribe, { unsubscribe });
  }

  async #step(event: PersonEvent): Promise<Step> {
    const state = await this.#settled(event);
    if (state.name === 'signed-in') return { ...state, getSession: this.#controller.holdSession() };
    if (state.name === 'code') return state;
    throw notNow('The sign-in was started over.');
  }

  #settled(event: PersonEvent): Promise<LoginState> {
    return new Promise((resolve, reject) => {
      const pending: Pending = { resolve, reject, sent: false };
      this.#pending = pending;
      this.#controller.act(event);
      // From a listener the event waits its turn, and no state before it is its answer.
      queueMicrotask(() => {
        pending.sent = true;
        this.#answer();
      });
    });
  }

  /** Answers whoever waits with the first state that waits for nothing, then tells everyone once of each state. */
  #tell(): void {
    const { state } = this;
    // Before the listeners, who may make the next call.
    this.#answer();
    if (state === this.#told) return;
    this.#told = state;
    for (const listener of [...this.#listeners]) if (this.#listeners.has(listener)) notify(listener, state);
  }

  #answer(): void {
    const { state } = this;
    const pending = this.#pending;
    if (state.busy || !pending?.sent) return;
    this.#pending = null;
    if (state.error) pending.reject(new LoginFailure(state.error));
    else pending.resolve(state);
  }

  #drop(): void {
    this.#pending?.reject(new DOMException('The sign-in was started over.', 'AbortError'));
    this.#pending = null;
  }

  #assertIdle(): void {
    if (this.#pending) throw notNow('Another call is under way: await it, or call startOver() first.');
  }

  #assertCodeStep(): CodeState {
    this.#assertIdle();
    if (this.state.name !== 'code') throw notNow(`There is no code to answer in the step "${this.state.name}".`);
    return this.state;
  }
}
