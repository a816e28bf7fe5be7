import { endsAttempt, type LoginError } from '../flow/error.js';
import type { Offer, Outcome, Restored } from '../flow/outcome.js';
import type { Answer, AuthPort, SignInRequest, UserSession } from '../flow/ports.js';
import { Accounts } from './accounts.js';
import { Attempt, type Reply } from './attempt.js';
import { planSignIn, trailFrom, type Beginning } from './begin.js';
import { configFrom, findConfigFault, type CognitoConfig, type CognitoOptions } from './config.js';
import { Devices } from './device.js';
import { toLoginError } from './errors.js';
import { addPasskey, lacksPasskey } from './passkeys.js';
import { Recovery } from './recovery.js';
import { Resume } from './resume.js';
import { SessionKeeper, type SignedIn } from './session-keeper.js';
import type { CognitoUserSession } from './sdk-internals.js';
import type { Trail } from './trail.js';
import { sessionEnded, whileEntered } from './while-entered.js';
import { openWire, WireFailure, type Wire } from './wire.js';

export { configFrom, findConfigFault, isLocalAddress } from './config.js';

/** A user pool as the flow's port. A faulty configuration is no exception: every submission then fails with `config-error`. */
export function openCognito(options: CognitoOptions): AuthPort {
  const config = configFrom(options);
  const hint = findConfigFault(config);
  if (hint) return misconfigured({ code: 'config-error', retryable: false, hint });
  return new CognitoPort(config);
}

function misconfigured(error: LoginError): AuthPort {
  const fail = (): Promise<Outcome> => Promise.resolve({ kind: 'failed', error });
  const no = () => Promise.resolve(false);
  const nobody = () => Promise.resolve(null);
  return {
    ...{ signIn: fail, answer: fail, abandon() {}, signOut: fail },
    ...{ rememberDevice: fail, addPasskey: fail, skipOffer: fail },
    ...{ requestReset: fail, reset: fail, requestConfirmation: fail, confirmSignUp: fail },
    ...{ forgetDevice: no, offerPasskey: no, restore: nobody, getSession: nobody, watchSession: () => () => undefined },
  };
}

/** Keeps the newest attempt; what is asked for in it, or around it, is done elsewhere. */
class CognitoPort implements AuthPort {
  readonly #config: CognitoConfig;
  readonly #wire: Wire;
  readonly #accounts: Accounts;
  readonly #sessions: SessionKeeper;
  readonly #devices: Devices;
  readonly #resume: Resume;
  readonly #recovery: Recovery;
  /** The attempt that came to a challenge; dropped when it ends. */
  #attempt: Attempt | null = null;
  /** The way of the last attempt. It outlives the attempt, whose Session may have run out before a fresh one is begun. */
  #trail: Trail | null = null;
  /** The attempt that went on after a reload, as it was told, until it comes further. */
  #takenUp: { readonly attempt: Attempt; readonly facts: Restored } | null = null;

  constructor(config: CognitoConfig) {
    this.#config = config;
    this.#wire = openWire(config);
    this.#accounts = new Accounts(config);
    this.#sessions = new SessionKeeper(config, this.#wire, this.#accounts);
    this.#devices = new Devices(config, this.#wire, this.#accounts, this.#sessions);
    this.#resume = new Resume(config);
    const contextOf = (username: string) => this.#accounts.open(username).user.getUserContextData();
    this.#recovery = new Recovery(config, this.#wire, contextOf);
  }

  async signIn(request: SignInRequest, signal: AbortSignal): Promise<Outcome> {
    if (!this.#attempt) this.#resume.clear();
    const outcome = await this.#begin(request, signal);
    // The device is dropped by now, and no message was sent before it was asked for.
    return isDeviceForgotten(outcome) ? this.#begin(request, signal) : outcome;
  }

  #begin(request: SignInRequest, signal: AbortSignal): Promise<Outcome> {
    const before = this.#trail?.username === request.username ? this.#trail : null;
    const beginning = planSignIn(request, before, this.#config);
    const attempt = this.#open(request.username, beginning, before);
    return this.#submit(attempt, signal, () => attempt.begin(beginning, signal));
  }

  answer(answer: Answer, signal: AbortSignal): Promise<Outcome> {
    const attempt = this.#attempt;
    if (!attempt?.takes(answer)) return Promise.resolve(sessionEnded);
    const spared = this.#resume.lend();
    return this.#submit(attempt, signal, () => attempt.answer(answer, signal), spared);
  }

  abandon(): void {
    this.#devices.leave();
    this.#dropAttempt();
  }

  #dropAttempt(): void {
    this.#attempt = null;
    this.#takenUp = null;
    this.#resume.clear();
  }

  requestReset(username: string, signal: AbortSignal): Promise<Outcome> {
    return this.#recovery.requestReset(username, signal);
  }

  reset(request: { username: string; code: string; password: string }, signal: AbortSignal): Promise<Outcome> {
    this.#trail = null;
    return this.#recovery.reset(request, signal);
  }

  requestConfirmation(username: string, signal: AbortSignal): Promise<Outcome> {
    return this.#recovery.requestConfirmation(username, signal);
  }

  confirmSignUp(request: { username: string; code: string }, signal: AbortSignal): Promise<Outcome> {
    this.#trail = null;
    return this.#recovery.confirmSignUp(request, signal);
  }

  addPasskey(signal: AbortSignal): Promise<Outcome> {
    const add = ({ session }: SignedIn) => addPasskey(session, this.#config, this.#wire, signal);
    return whileEntered(this.#sessions, signal, add);
  }

  skipOffer(signal: AbortSignal): Promise<Outcome> {
    this.#devices.leave();
    return whileEntered(this.#sessions, signal, () => Promise.resolve({ kind: 'done' }));
  }

  async offerPasskey(username: string, signal: AbortSignal): Promise<boolean> {
    try {
      if (!(await this.#config.passkeyPrompt?.canAutofill())) return false;
      const beginning = planSignIn({ username, password: null, factor: 'passkey' }, null, this.#config);
      const attempt = this.#open(username, beginning, null);
      await attempt.begin(beginning, signal);
      if (!(await attempt.pick(signal))) return false;
      signal.throwIfAborted();
      this.#attempt = attempt;
      return true;
    } catch {
      signal.throwIfAborted();
      return false;
    }
  }

  rememberDevice(signal: AbortSignal): Promise<Outcome> {
    return this.#devices.remember(signal);
  }

  forgetDevice(signal: AbortSignal): Promise<boolean> {
    return this.#devices.forget(signal);
  }

  async restore(signal: AbortSignal, sessionOnly = false): Promise<Restored | null> {
    signal.throwIfAborted();
    return (sessionOnly ? null : this.#takeUp()) ?? this.#sessions.restore(signal);
  }

  watchSession(changed: () => void): () => void {
    return this.#sessions.watch(changed);
  }

  async signOut(global: boolean, signal: AbortSignal): Promise<Outcome> {
    this.abandon();
    const ended = await this.#sessions.signOut(global, signal);
    return { kind: 'signed-out', global: global && ended };
  }

  getSession(): Promise<UserSession | null> {
    return this.#sessions.getSession();
  }

  /** With a fresh user each time: a failed SRP leaves the SDK's with another name. */
  #open(username: string, beginning: Beginning, before: Trail | null): Attempt {
    const trail = trailFrom(username, beginning, this.#config, before);
    return new Attempt(this.#accounts.open(username), trail, this.#config, this.#wire);
  }

  /** @param spared told of a failure after which the attempt's Session can be used again */
  async #submit(
    attempt: Attempt,
    signal: AbortSignal,
    submission: () => Promise<Reply>,
    spared = () => {},
  ): Promise<Outcome> {
    try {
      const reply = await submission();
      signal.throwIfAborted();
      if ('session' in reply) return await this.#enter(attempt, reply.session, signal);
      this.#come(attempt);
      return reply.outcome;
    } catch (failure) {
      attempt.account.transaction.rollback();
      signal.throwIfAborted();
      const error = toLoginError(failure, attempt.circumstances);
      if (attempt === this.#attempt && !endsAttempt(error.code)) spared();
      return { kind: 'failed', error };
    }
  }

  /** To a question, or to what cannot be answered here. */
  #come(attempt: Attempt): void {
    this.#attempt = attempt;
    this.#takenUp = null;
    this.#trail = attempt.trail;
    const saved = attempt.save();
    if (saved) this.#resume.save(saved);
    else this.#resume.clear();
  }

  /** The code step of before a reload, unless another attempt has taken its place. */
  #takeUp(): Restored | null {
    const stands = this.#attempt !== null;
    if (stands && this.#attempt !== this.#takenUp?.attempt) return null;
    const saved = this.#resume.read();
    if (!saved) return null;
    // It has its Session still, and no second one must take that from it.
    if (stands && this.#takenUp) return this.#takenUp.facts;
    const { trail, user, expiresAt } = saved;
    const attempt = new Attempt(this.#accounts.open(trail.username, user), trail, this.#config, this.#wire);
    const needed = attempt.takeUp(saved);
    if (needed.kind !== 'code-needed') {
      this.#resume.clear();
      return null;
    }
    this.#attempt = attempt;
    this.#trail = attempt.trail;
    const facts = { kind: 'attempt', username: trail.username, expiresAt, needed } as const;
    this.#takenUp = { attempt, facts };
    return facts;
  }

  async #enter(attempt: Attempt, session: CognitoUserSession, signal: AbortSignal): Promise<Outcome> {
    // The shape allows for it, since a refresh brings none; a sign-in without one would end within the hour.
    if (!session.getRefreshToken().getToken()) throw new WireFailure('BadResponse');
    const offers = await this.#afterTokens(attempt, session, signal);
    signal.throwIfAborted();
    this.#dropAttempt();
    this.#trail = null;
    this.#sessions.keep(attempt.account);
    return { kind: 'signed-in', offers };
  }

  /** What is offered to somebody whose tokens have come, before they are stored. Never fails. */
  async #afterTokens(
    { account, trail }: Attempt,
    session: CognitoUserSession,
    signal: AbortSignal,
  ): Promise<readonly Offer[]> {
    const offers = [this.#devices.confirm(account, session, signal), this.#offerPasskey(trail, session, signal)];
    return (await Promise.all(offers)).flat();
  }

  async #offerPasskey(trail: Trail, session: UserSession, signal: AbortSignal): Promise<readonly Offer[]> {
    const { offerPasskey, passkeyPrompt, mode } = this.#config;
    if (!offerPasskey || !passkeyPrompt || mode === 'reauth' || trail.byPasskey) return [];
    return (await lacksPasskey(session, this.#config, this.#wire, signal)) ? ['passkey'] : [];
  }
}

const isDeviceForgotten = (outcome: Outcome): boolean =>
  outcome.kind === 'failed' && outcome.error.cause?.name === 'DeviceForgotten';
