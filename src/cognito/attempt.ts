import type { Factor, Outcome } from '../flow/outcome.js';
import type { Answer } from '../flow/ports.js';
import type { Account } from './accounts.js';
import type { Challenge } from './answer.js';
import { fits, responsesTo, type PlainAnswer } from './answers.js';
import { begin, givePassword, takesProof, type Beginning } from './begin.js';
import type { CognitoConfig } from './config.js';
import type { Circumstances, Submission } from './errors.js';
import { offeredFactors, requestOptions, toOutcome } from './outcomes.js';
import { promptFor } from './passkeys.js';
import type { PortUser } from './port-user.js';
import type { SavedAttempt } from './resume.js';
import type { CognitoUserSession, PortCallbacks } from './sdk-internals.js';
import { associateApp, verifyApp } from './set-up.js';
import { settle, type SdkResult } from './settle.js';
import { StandingAnswers } from './standing-answers.js';
import { extend, type Given, type Trail } from './trail.js';
import type { Wire } from './wire.js';

/** What a call came to: tokens, or what there is to tell of it. */
export type Reply = { readonly session: CognitoUserSession } | { readonly outcome: Outcome };

type Round = SdkResult | { readonly outcome: Outcome };

/** Nothing stands when the person answers. */
const nothing = { first: null, password: null, choices: [] };

/** What stands for a proof of who somebody is, so that its refusal means that. */
const submissions: Readonly<Partial<Record<Given['kind'], Submission>>> = {
  password: 'credentials',
  challenge: 'credentials',
  passkey: 'passkey',
};

/** One sign-in, from its first request to the tokens. Its user alone holds the Session. */
export class Attempt {
  readonly account: Account;
  readonly #config: CognitoConfig;
  readonly #wire: Wire;
  #trail: Trail;
  #challenge: Challenge | null = null;
  /** What the person was last asked, which may be a failure that nothing answers; null before the first answer. */
  #asked: Outcome['kind'] | null = null;
  #preferred: Factor | null = null;
  /** Whether the authenticator app was verified, and the pool is yet to hear of it. */
  #appVerified = false;
  /** The passkey's answer that was picked from the browser's list. */
  #picked: string | null = null;
  #submission: Submission = 'credentials';
  /** Whether a proof with this device's time in it is under way. */
  #proves = false;

  constructor(account: Account, trail: Trail, config: CognitoConfig, wire: Wire) {
    this.account = account;
    this.#trail = trail;
    this.#config = config;
    this.#wire = wire;
  }

  get trail(): Trail {
    return this.#trail;
  }

  /** Of the request under way, or the last one. */
  get circumstances(): Circumstances {
    return { submission: this.#submission, now: this.#proves ? this.#config.clock.now() : undefined };
  }

  takes(answer: Answer): boolean {
    return this.#asked !== null && fits(answer, this.#asked);
  }

  /** @throws WireFailure, the signal's reason, or whatever the SDK's code threw; so do the others */
  async begin(beginning: Beginning, signal: AbortSignal): Promise<Reply> {
    const { flow, password, first } = beginning;
    this.#preferred = beginning.preferred;
    this.#proves = password !== null && flow !== 'USER_PASSWORD_AUTH' && (flow !== 'USER_AUTH' || first === 'password');
    const round = await this.#ask(signal, (user, callbacks) =>
      begin(user, beginning, this.#config.clientMetadata, callbacks),
    );
    // In any other flow the password is proved by its first request, and a service that asks for it once more asks for what it must not have.
    const given = this.#config.authFlow === 'choice' ? password : null;
    return this.#follow(round, new StandingAnswers({ ...beginning, password: given }), signal);
  }

  /** What a code step can be taken up again with; null in any other. */
  save(): SavedAttempt | null {
    const { username, Session } = this.account.user;
    if (this.#asked !== 'code-needed' || !this.#challenge || !Session) return null;
    return { trail: this.#trail, user: username, session: Session, challenge: this.#challenge };
  }

  /** Goes on from there. */
  takeUp({ session, challenge }: SavedAttempt): Outcome {
    this.account.user.Session = session;
    return this.#read(challenge);
  }

  async answer(answer: Answer, signal: AbortSignal): Promise<Reply> {
    return this.#follow(await this.#give(answer, signal), new StandingAnswers(nothing), signal);
  }

  /**
   * Waits until the passkey that was asked for is picked from the browser's list; its answer is then kept for `answer`.
   * @returns whether it was
   */
  async pick(signal: AbortSignal): Promise<boolean> {
    if (this.#asked !== 'passkey-needed') return false;
    const picked = await this.#prompt(true, signal);
    if ('outcome' in picked) return false;
    this.#picked = picked.credential;
    return true;
  }

  /** Goes on from question to question as long as the answer is known. */
  async #follow(first: Round, standing: StandingAnswers, signal: AbortSignal): Promise<Reply> {
    let round = first;
    signal.throwIfAborted();
    while ('challenge' in round) {
      const outcome = this.#read(round.challenge);
      const given = standing.take(outcome);
      if (!given) return { outcome };
      round = await this.#give(given, signal);
      signal.throwIfAborted();
    }
    return round;
  }

  /** Whatever came before is spent. */
  #read(challenge: Challenge): Outcome {
    const passkeys = this.#config.passkeyPrompt !== null;
    const choosing = challenge.name === 'SELECT_CHALLENGE';
    if (choosing) this.#trail = { ...this.#trail, first: null };
    if (choosing || challenge.available.length)
      this.#trail = { ...this.#trail, alone: offeredFactors(challenge, passkeys).length < 2 };
    const outcome = toOutcome(challenge, { trail: this.#trail, passkeys, preferred: this.#preferred });
    this.#challenge = challenge;
    this.#appVerified = false;
    this.#asked = outcome.kind;
    return outcome;
  }

  async #give(given: Given, signal: AbortSignal): Promise<Round> {
    const challenge = this.#challenge!;
    this.#submission = submissions[given.kind] ?? 'session';
    this.#proves = given.kind === 'password' && takesProof(challenge);
    const round = await this.#deliver(challenge, given, signal);
    const done = !('outcome' in round) || (round.outcome.kind !== 'cancelled' && round.outcome.kind !== 'failed');
    if (done) this.#trail = extend(this.#trail, given);
    return round;
  }

  #deliver(challenge: Challenge, given: Given, signal: AbortSignal): Promise<Round> {
    const { clientMetadata } = this.#config;
    switch (given.kind) {
      case 'password':
        return this.#ask(signal, (user, callbacks) =>
          givePassword(user, challenge, given.password, clientMetadata, callbacks),
        );
      case 'set-up':
        return this.#beginSetUp(given.factor, signal);
      case 'passkey':
        return this.#givePasskey(challenge, signal);
      case 'code':
        return challenge.name === 'MFA_SETUP'
          ? this.#finishSetUp(challenge, given.code, signal)
          : this.#respond(challenge, given, signal);
      default:
        return this.#respond(challenge, given, signal);
    }
  }

  #respond(challenge: Challenge, given: PlainAnswer, signal: AbortSignal): Promise<SdkResult> {
    return this.#send(challenge, responsesTo(challenge, given), signal);
  }

  #send(challenge: Challenge, responses: Record<string, string>, signal: AbortSignal): Promise<SdkResult> {
    return this.#ask(signal, (user, callbacks) =>
      user.answer(challenge, responses, this.#config.clientMetadata, callbacks),
    );
  }

  async #beginSetUp(factor: 'totp' | 'email', signal: AbortSignal): Promise<Round> {
    if (factor === 'email') return this.#tell({ kind: 'email-needed' });
    const secret = await associateApp(this.account.user, this.#wire, signal);
    return this.#tell({ kind: 'totp-set-up', secret });
  }

  /** Once the app is verified its code is used up: when the rest fails, the next try has only that to do. */
  async #finishSetUp(challenge: Challenge, code: string, signal: AbortSignal): Promise<Round> {
    if (!this.#appVerified) await verifyApp(this.account.user, this.#wire, code, signal);
    this.#appVerified = true;
    return this.#send(challenge, {}, signal);
  }

  async #givePasskey(challenge: Challenge, signal: AbortSignal): Promise<Round> {
    const picked = this.#picked;
    this.#picked = null;
    const given = picked === null ? await this.#prompt(false, signal) : { credential: picked };
    return 'outcome' in given ? given : this.#send(challenge, { CREDENTIAL: given.credential }, signal);
  }

  #prompt(autofill: boolean, signal: AbortSignal) {
    const options = requestOptions(this.#challenge!);
    return promptFor(() => this.#config.passkeyPrompt!.get(options, autofill, signal), signal);
  }

  #tell(outcome: Outcome): Round {
    this.#asked = outcome.kind;
    return { outcome };
  }

  /** One exchange through the SDK's user, which lets go of it afterwards. */
  #ask(signal: AbortSignal, start: (user: PortUser, callbacks: PortCallbacks) => void): Promise<SdkResult> {
    const { user } = this.account;
    return settle(this.#wire, signal, (client, callbacks) => {
      user.client = client;
      start(user, callbacks);
    }).finally(() => user.rest());
  }
}
