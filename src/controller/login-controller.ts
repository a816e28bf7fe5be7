import type { ReactiveController } from 'lit';
import type { Call, Command, Report } from '../flow/command.js';
import type { LoginEvent, PersonEvent } from '../flow/event.js';
import type { Outcome } from '../flow/outcome.js';
import type { AuthPort, Clock, UserSession } from '../flow/ports.js';
import { firstStep, type LoginState, type StepName } from '../flow/state.js';
import { transition } from '../flow/transition.js';
import { AttemptWatch } from './attempt-watch.js';

/** The step changed. */
export interface StepReport {
  readonly type: 'step';
  readonly step: StepName;
  readonly previous: StepName;
}

export interface LoginHost {
  /** The state may have changed, or a second passed that a countdown shows. */
  requestUpdate(): void;
}

export interface LoginSettings {
  readonly clock: Clock;
  /** A port with the configuration of this moment; asked for when an attempt begins. */
  openPort(): Promise<AuthPort>;
  /** Read when they are needed, so that they may change at any time. */
  options(): { readonly sessionMinutes: number; readonly resend: 'keep' | 'ask' | 'off' };
  /** Resolves when the busy state has reached the screen. */
  painted(): Promise<void>;
  report(report: Report | StepReport): void;
}

type PortRequest = (port: AuthPort, signal: AbortSignal) => Promise<Outcome>;

/**
 * Holds the state, feeds the flow and runs its commands. One call of the port at a time; the last call wins, and what an
 * earlier one answers is dropped. It decides nothing: what comes next stands in src/flow.
 */
export class LoginController implements ReactiveController {
  readonly #host: LoginHost;
  readonly #settings: LoginSettings;
  readonly #watch: AttemptWatch;
  readonly #queue: LoginEvent[] = [];
  #taking = false;
  #state: LoginState = firstStep();
  #connected = false;
  /** The port of the attempt, and of the session it led to. */
  #port: AuthPort | null = null;
  #call: AbortController | null = null;
  /** Whose session it is: another number for each who signs in or out. */
  #era = 0;
  /** For "send a new code" alone; wiped on success, failure, expiry, leaving, `pagehide` and disconnect. */
  #password: string | null = null;

  constructor(host: LoginHost, settings: LoginSettings) {
    this.#host = host;
    this.#settings = settings;
    const { clock } = settings;
    this.#watch = new AttemptWatch(clock, {
      tick: () => {
        this.send({ type: 'tick', at: clock.now() });
        this.#host.requestUpdate();
      },
      hide: () => this.send({ type: 'hide' }),
    });
  }

  get state(): LoginState {
    return this.#state;
  }

  hostConnected(): void {
    this.#connected = true;
  }

  /** Being moved in the DOM is a disconnect and a connect in one task: only a disconnect that lasts ends the attempt. */
  hostDisconnected(): void {
    this.#connected = false;
    queueMicrotask(() => {
      if (!this.#connected) this.send({ type: 'leave' });
    });
  }

  /** What the person did, now. */
  act(event: PersonEvent): void {
    const timed = { ...event, at: this.#settings.clock.now() };
    this.send(timed);
  }

  /** What comes in while an event is dealt with, for example from a page's listener, waits until that is done. */
  send(event: LoginEvent): void {
    this.#queue.push(event);
    if (this.#taking) return;
    this.#taking = true;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) this.#take(next);
    } finally {
      this.#taking = false;
    }
  }

  #take(event: LoginEvent): void {
    const previous = this.#state;
    const [state, commands] = transition(previous, event);
    this.#state = state;
    if (state !== previous) this.#host.requestUpdate();
    this.#follow(state);
    // Whoever left hears no more.
    if (state.name !== previous.name && event.type !== 'leave') {
      this.#settings.report({ type: 'step', step: state.name, previous: previous.name });
    }
    for (const command of commands) this.#run(command);
  }

  /** The session of whoever is signed in; refreshed where it has to be. */
  async getSession(): Promise<UserSession | null> {
    const port = await this.#choosePort();
    return port.getSession();
  }

  /** A way to the session of this moment; to nothing once somebody else has signed in, or this person out. */
  holdSession(): () => Promise<UserSession | null> {
    const held = this.#era;
    return () => (held === this.#era ? this.getSession() : Promise.resolve(null));
  }

  /** The first step takes the configuration of its moment; whatever follows keeps to the port it began with. */
  async #choosePort(): Promise<AuthPort> {
    const port = this.#state.name === 'sign-in' ? null : this.#port;
    return port ?? this.#settings.openPort();
  }

  #follow({ name, busy }: LoginState): void {
    if (name === 'code' || busy) this.#watch.start();
    else this.#watch.stop();
  }

  #run(command: Command): void {
    switch (command.type) {
      case 'authenticate':
      case 'reauthenticate':
      case 'confirm':
      case 'sign-out':
        void this.#submit(command);
        break;
      case 'abandon':
        this.#drop();
        this.#port?.abandon();
        break;
      case 'forget-password':
        this.#password = null;
        break;
      default:
        if (command.type === 'success' || command.type === 'signed-out') this.#era++;
        this.#settings.report(command);
    }
  }

  #drop(): void {
    this.#call?.abort();
    this.#call = null;
  }

  async #submit(call: Call): Promise<void> {
    if (call.type === 'authenticate') this.#keep(call.password);
    this.#drop();
    const current = (this.#call = new AbortController());
    // A sign-out is carried through, whatever becomes of the element: nobody may stay signed in who wanted out.
    const { signal } = call.type === 'sign-out' ? new AbortController() : current;
    const outcome = await this.#perform(call, signal).catch(() => broken);
    if (current.signal.aborted) return;
    this.#call = null;
    this.send({ type: 'answer', outcome, terms: this.#terms() });
  }

  async #perform(call: Call, signal: AbortSignal): Promise<Outcome> {
    const request = this.#prepare(call);
    const opening = this.#choosePort().catch(() => null);
    if (call.type !== 'sign-out') await this.#settings.painted();
    const port = await opening;
    signal.throwIfAborted();
    if (!port) return lost;
    this.#port = port;
    return request(port, signal);
  }

  /** With the password that is kept now: it may be wiped before the port is reached. */
  #prepare(call: Call): PortRequest {
    const password = this.#password ?? '';
    switch (call.type) {
      case 'authenticate':
        return (port, signal) => port.signIn(call, signal);
      case 'reauthenticate':
        return (port, signal) => port.signIn({ username: call.username, password }, signal);
      case 'confirm':
        return (port, signal) => port.confirm(call.code, signal);
      case 'sign-out':
        return (port, signal) => port.signOut(call.global, signal);
      default:
        return call satisfies never;
    }
  }

  #keep(password: string): void {
    this.#password = this.#settings.options().resend === 'keep' ? password : null;
  }

  #terms() {
    const { resend, sessionMinutes } = this.#settings.options();
    const mode = resend === 'keep' && this.#password === null ? 'ask' : resend;
    return { at: this.#settings.clock.now(), sessionLength: sessionMinutes * 60_000, resend: mode } as const;
  }
}

/** The code that speaks to the service could not be loaded. */
const lost: Outcome = { kind: 'failed', error: { code: 'offline', retryable: true } };

/** A port answers with outcomes; one that throws has a fault. */
const broken: Outcome = { kind: 'failed', error: { code: 'client-error', retryable: true } };
