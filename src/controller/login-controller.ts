import type { ReactiveController } from 'lit';
import type { Call, Command, Report } from '../flow/command.js';
import type { LoginEvent, PersonEvent, Terms } from '../flow/event.js';
import { leaveNoMatch } from '../flow/leave-no-match.js';
import type { Outcome, PageChallenge, Restored } from '../flow/outcome.js';
import type { AuthPort, UserSession } from '../flow/ports.js';
import { firstStep, isSignedIn, type LoginState } from '../flow/state.js';
import { transition } from '../flow/transition.js';
import { AttemptWatch } from './attempt-watch.js';
import { broken, lost } from './failures.js';
import { Latest } from './latest.js';
import type { LoginHost, LoginSettings } from './login-settings.js';
import { isShown, passwordAfter, prepare } from './prepare.js';
import { SessionWatch } from './session-watch.js';

/**
 * Holds the state, feeds the flow and runs its commands. One call of the port at a time; the last call wins, and what an
 * earlier one answers is dropped. It decides nothing: what comes next stands in src/flow.
 */
export class LoginController implements ReactiveController {
  readonly #host: LoginHost;
  readonly #settings: LoginSettings;
  readonly #watch: AttemptWatch;
  readonly #sessionWatch: SessionWatch;
  readonly #queue: LoginEvent[] = [];
  #taking = false;
  #state: LoginState = firstStep();
  #connected = false;
  /** The port of the attempt, and of the session it led to. */
  #port: AuthPort | null = null;
  #call: AbortController | null = null;
  /** What goes on while the person is still typing: the wait for a passkey to be picked, and the look for a session. */
  readonly #offering = new Latest();
  readonly #restoring = new Latest();
  /** Whether somebody wants to hear when the session changes elsewhere. */
  #watchesSession = false;
  /** Who started over: they are not taken back by themselves to the session that goes on. */
  #left: string | null = null;
  /** Whose session it is: another number for each who signs in or out. */
  #era = 0;
  /** For "send a new code" and the like; wiped on success, failure, expiry, leaving, `pagehide` and disconnect. */
  #password: string | null = null;
  /** Another number for each challenge that the page hears of, and once that is dropped. */
  #round = 0;

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
    this.#sessionWatch = new SessionWatch(clock, () => void this.#look());
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
      if (this.#connected) return;
      this.watchSession(false);
      this.send({ type: 'leave' });
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
    // The page began anew when it heard of it.
    if (event.type === 'challenge-offered' && event.round !== this.#round) return;
    const previous = this.#state;
    const [state, commands] = transition(previous, event);
    leaveNoMatch();
    this.#state = state;
    if (state !== previous) this.#host.requestUpdate();
    this.#leaveStep(previous, event);
    this.#follow(state);
    // Whoever left hears no more.
    if (state.name !== previous.name && event.type !== 'leave') {
      this.#settings.report({ type: 'step', step: state.name, previous: previous.name });
    }
    for (const command of commands) this.#run(command);
  }

  /** What belongs to a step ends with it. */
  #leaveStep(previous: LoginState, event: LoginEvent): void {
    if (this.#state.name === previous.name) return;
    if (previous.name === 'sign-in') this.#offering.abort();
    if (event.type !== 'start-over' || !isSignedIn(previous)) return;
    this.#left = previous.username;
    if (this.#watchesSession && this.#port) this.#sessionWatch.follow(this.#port, false);
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

  /** Whether the session is refreshed before it ends, and sign-out elsewhere noticed. Off until asked for. */
  watchSession(on: boolean): void {
    this.#watchesSession = on;
    if (!on) this.#sessionWatch.stop();
    else if (this.#port) this.#sessionWatch.follow(this.#port, this.#state.name === 'signed-in');
  }

  /** Takes up what an earlier visit, or another tab, left in the storage. What cannot be asked now is as if it were not there. */
  restore(): Promise<void> {
    this.#left = null;
    return this.#look();
  }

  #look(): Promise<void> {
    return this.#restoring.begin(async (signal) => {
      const port = await this.#choosePort().catch(() => null);
      if (!port || signal.aborted) return;
      const found = await port.restore(signal, this.#state.name !== 'sign-in').catch(() => undefined);
      if (signal.aborted) return;
      if (found !== undefined && found?.username !== this.#left) this.#takeUp(port, found);
      if (this.#watchesSession) this.#sessionWatch.follow(port, this.#state.name === 'signed-in');
    });
  }

  #takeUp(port: AuthPort, found: Restored | null): void {
    this.#left = null;
    if (found && this.#state.name === 'sign-in' && !this.#state.busy) this.#port = port;
    this.send({ type: 'restored', found, terms: this.#terms() });
  }

  /** Has the browser list the user's passkeys with the saved user names; in the first step alone, until the person does something else. */
  async offerPasskey(username: string): Promise<void> {
    const { name, busy } = this.#state;
    if (name !== 'sign-in' || busy) return;
    await this.#offering.begin(async (signal) => {
      const port = await this.#choosePort().catch(() => null);
      if (!port || signal.aborted) return;
      const picked = await port.offerPasskey(username, signal).catch(() => false);
      if (!picked || signal.aborted) return;
      this.#port = port;
      this.send({ type: 'passkey-picked', username });
    });
  }

  /** Whoever is signed in is asked for the second factor here again. Resolves to whether the service did its part. */
  async forgetDevice(): Promise<boolean> {
    const port = await this.#choosePort();
    return port.forgetDevice(new AbortController().signal);
  }

  /** What begins takes the configuration of its moment; whatever follows keeps to the port it began with. */
  async #choosePort(call?: Call): Promise<AuthPort> {
    const begins =
      (this.#state.name === 'sign-in' && call?.type !== 'answer') || this.#state.name === 'forgot-password';
    return (begins ? null : this.#port) ?? this.#settings.openPort();
  }

  /** Time matters to a session that ends, to a cool-down, and to whatever is under way. */
  #follow(state: LoginState): void {
    if ('expiresAt' in state || 'resend' in state || state.busy) this.#watch.start();
    else this.#watch.stop();
  }

  #run(command: Command): void {
    switch (command.type) {
      case 'abandon':
        this.#drop();
        this.#port?.abandon();
        break;
      case 'forget-password':
        this.#password = null;
        break;
      case 'restore':
        void this.restore();
        break;
      case 'offer-challenge':
        this.#offer(command.challenge);
        break;
      case 'code-sent':
      case 'success':
      case 'failure':
      case 'signed-out':
        this.#report(command);
        break;
      default:
        void this.#submit(command);
    }
  }

  #report(report: Report): void {
    if (report.type === 'success' || report.type === 'signed-out') {
      this.#era++;
      this.#left = null;
    }
    this.#settings.report(report);
  }

  #offer(challenge: PageChallenge): void {
    const round = ++this.#round;
    // A page may answer from within its listener, before it is known that it takes the challenge over.
    const respond = (answers: Readonly<Record<string, string>>) =>
      queueMicrotask(() => this.act({ type: 'respond', answers, round }));
    const taken = this.#settings.offerChallenge(challenge, respond);
    this.send({ type: 'challenge-offered', challenge, round, taken, terms: this.#terms() });
  }

  #drop(): void {
    this.#call?.abort();
    this.#call = null;
    this.#round++;
    this.#restoring.abort();
    this.#offering.abort();
  }

  async #submit(call: Call): Promise<void> {
    this.#password = passwordAfter(call, this.#password);
    this.#drop();
    const current = (this.#call = new AbortController());
    // A sign-out is carried through, whatever becomes of the element: nobody may stay signed in who wanted out.
    const { signal } = call.type === 'sign-out' ? new AbortController() : current;
    const outcome = await this.#perform(call, signal).catch(() => broken);
    if (current.signal.aborted) return;
    this.#call = null;
    this.send({ type: 'answer', outcome, terms: this.#terms() });
    if (this.#watchesSession && this.#port) this.#sessionWatch.follow(this.#port, this.#state.name === 'signed-in');
  }

  async #perform(call: Call, signal: AbortSignal): Promise<Outcome> {
    const request = prepare(call, this.#password);
    const opening = this.#choosePort(call).catch(() => null);
    if (isShown(call)) await this.#settings.painted();
    const port = await opening;
    signal.throwIfAborted();
    if (!port) return lost;
    this.#port = port;
    return request(port, signal);
  }

  #terms(): Terms {
    const { resend, sessionMinutes } = this.#settings.options();
    const passwordKept = this.#password !== null;
    const mode = resend === 'keep' && !passwordKept ? 'ask' : resend;
    return { at: this.#settings.clock.now(), sessionLength: sessionMinutes * 60_000, resend: mode, passwordKept };
  }
}
