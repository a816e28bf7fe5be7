import { LoginController } from '../controller/login-controller.js';
import { systemClock } from '../controller/system-clock.js';
import type { PersonEvent } from '../flow/event.js';
import type { Clock, UserSession } from '../flow/ports.js';
import { beginsWithPassword } from '../flow/sign-in-by.js';
import type { LoginState, Resend } from '../flow/state.js';
import { CallOutOfTurn, LoginFailure } from './failure.js';
import { Observers, type Observer, type Subscription } from './observers.js';
import { portOpener, type LoginOptions } from './options.js';
import { callsOf, text, toStep, type Step, type StepCaller } from './steps.js';
import type { Login } from '../headless.js';

/** A call that waits for its answer. */
interface Pending {
  resolve(state: LoginState): void;
  reject(error: Error): void;
  /** Before its event. */
  readonly from: LoginState;
  /** Whether its event has been dealt with. */
  sent: boolean;
}

/** Tells one question of a step from the next: a code from an app is no code from a message. */
const questionOf = (state: LoginState): string =>
  `${state.name} ${state.name === 'code' ? state.channel : ''}${state.name === 'custom-challenge' ? state.round : ''}`;

export class HeadlessLogin implements Login {
  declare readonly [Symbol.observable]: Login[typeof Symbol.observable];
  readonly #controller: LoginController;
  readonly #clock: Clock;
  readonly #asksPassword: boolean;
  readonly #observers: Observers;
  #told: LoginState;
  /** Another number for each sign-in: what was a step of an earlier one has been left. */
  #attempt = 0;
  #pending: Pending | null = null;
  #signedOutEverywhere = false;
  #signingOut: Promise<LoginState> | null = null;

  constructor(options: LoginOptions) {
    const { sessionMinutes = 3, resend = 'keep', clock = systemClock, authFlow = 'srp' } = options;
    if (!(sessionMinutes >= 3 && sessionMinutes <= 15)) throw new RangeError('sessionMinutes must be from 3 to 15.');
    this.#clock = clock;
    this.#asksPassword = beginsWithPassword(authFlow);
    this.#controller = new LoginController(
      { requestUpdate: () => this.#tell() },
      {
        clock,
        openPort: portOpener({ ...options, clock }),
        options: () => ({ sessionMinutes, resend }),
        painted: () => Promise.resolve(),
        // Whoever goes without the element renders every challenge.
        offerChallenge: () => true,
        report: (report) => {
          if (report.type === 'signed-out') this.#signedOutEverywhere = report.global;
        },
      },
    );
    const watches = options.mode !== 'reauth';
    this.#observers = new Observers((watched) => this.#controller.watchSession(watches && watched));
    this.#told = this.#controller.state;
    // RxJS looks under the first name where a polyfill has defined it before RxJS was loaded, else under the second.
    for (const name of [Symbol.observable, '@@observable']) {
      if (name) Object.defineProperty(this, name, { value: () => this });
    }
  }

  get state(): LoginState {
    return this.#controller.state;
  }

  async signIn(username: string, password?: string): Promise<Step> {
    this.#begin();
    const name = text(username);
    if (password === undefined && !this.#asksPassword) return this.#step({ type: 'submit-username', username: name });
    return this.#step({ type: 'submit-credentials', username: name, password: text(password) });
  }

  async signInWithPasskey(username: string): Promise<Step> {
    this.#begin();
    return this.#step({ type: 'use-passkey', username: text(username) });
  }

  async forgotPassword(username: string): Promise<Step> {
    this.#begin();
    this.#controller.act({ type: 'forgot-password', username: text(username) });
    return this.#step({ type: 'request-reset', username: text(username) });
  }

  async restore(): Promise<Step | null> {
    this.#assertIdle();
    await this.#controller.restore();
    return this.state.name === 'sign-in' ? null : toStep(this.state, this.#caller(this.state));
  }

  async confirm(code: string): Promise<Step> {
    this.#assertCodeStep('confirm');
    return this.#step({ type: 'submit-code', code: text(code) });
  }

  async resend(password?: string): Promise<Step> {
    this.#assertCodeStep('resend');
    return this.#resend(password);
  }

  startOver(): void {
    this.#drop();
    this.#attempt++;
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

  forgetDevice(): Promise<boolean> {
    return this.#controller.forgetDevice();
  }

  subscribe(observer: ((state: LoginState) => void) | Observer): Subscription {
    return this.#observers.add(observer, this.state);
  }

  /** A new attempt leaves what came before. */
  #begin(): void {
    this.#assertIdle();
    this.#attempt++;
    if (this.state.name !== 'sign-in') this.#controller.act({ type: 'start-over' });
  }

  async #step(event: PersonEvent): Promise<Step> {
    const state = await this.#settled(event);
    const step = toStep(state, this.#caller(state));
    if (!step) throw this.#outOfTurn('The sign-in was started over.');
    return step;
  }

  /** The calls of a step, which it alone takes. */
  #caller(state: LoginState): StepCaller {
    const attempt = this.#attempt;
    const assertHere = () => {
      this.#assertIdle();
      if (attempt !== this.#attempt || questionOf(this.state) !== questionOf(state))
        throw this.#outOfTurn(`This step "${state.name}" has been left.`);
    };
    return {
      act: async (event) => {
        assertHere();
        return this.#step(event);
      },
      sendNewCode: async (password) => {
        assertHere();
        return this.#resend(password);
      },
      getSession: this.#controller.holdSession(),
    };
  }

  #resend(password?: string): Promise<Step> {
    const resend = this.#resendable();
    if (resend.mode === 'keep') return this.#step({ type: 'request-code' });
    this.#controller.act({ type: 'request-code' });
    return this.#step({ type: 'submit-password', password: text(password) });
  }

  #resendable(): Resend {
    const resend = 'resend' in this.state ? this.state.resend : null;
    if (!resend?.left || this.#clock.now() < resend.availableAt)
      throw this.#outOfTurn('No new code can be sent now: see state.resend.');
    return resend;
  }

  #settled(event: PersonEvent): Promise<LoginState> {
    return new Promise((resolve, reject) => {
      const pending: Pending = { resolve, reject, from: this.state, sent: false };
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
    this.#observers.tell(state);
  }

  #answer(): void {
    const { state } = this;
    const pending = this.#pending;
    if (state.busy || !pending?.sent) return;
    this.#pending = null;
    // It would resolve as if it had been done.
    if (state === pending.from) pending.reject(this.#outOfTurn('It does not take this as it stands.'));
    else if (state.error) pending.reject(new LoginFailure(state.error));
    else pending.resolve(state);
  }

  #drop(): void {
    this.#pending?.reject(new DOMException('The sign-in was started over.', 'AbortError'));
    this.#pending = null;
  }

  #assertIdle(): void {
    if (this.#pending) throw this.#outOfTurn('Another call is under way: await it, or call startOver() first.');
  }

  #assertCodeStep(call: string): void {
    this.#assertIdle();
    if (this.state.name !== 'code') throw this.#outOfTurn(`${call}() is for the step "code".`);
  }

  #outOfTurn(reason: string): CallOutOfTurn {
    const { state } = this;
    return new CallOutOfTurn(reason, state.name, callsOf(state, this.#caller(state)));
  }
}
