/** A sequence's own pool, network and page, and the trace that the invariants look at. */
import { secretsIn } from '../../support/secrets-in.js';
import type { Act } from './acts.js';
import { isPersonal, nameOf } from './acts.js';
import { PoolNetwork } from './network.js';
import { openPool, type Pool, type Start } from './starts.js';
import { surround, task, type Surroundings } from './surroundings.js';
import type { Body, Look, Told, Tokens, Trace } from './trace.js';
import { secretWords } from './words.js';

/** What is put between the sequence and what it is about, to see that an invariant notices. */
export interface Break {
  readonly fetch?: ((inner: typeof fetch, world: World) => typeof fetch) | undefined;
  readonly element?: ((element: HTMLElement, world: World) => void) | undefined;
}

/** How long something may move, in milliseconds: SRP reckons for a second or two, and many times that where the machine is busy. */
const patience = 20_000;

export class World {
  readonly network: PoolNetwork;
  readonly told: Told[] = [];
  readonly acts: { does: Act['do']; name: string; personal: boolean }[] = [];
  readonly promptEnds: number[] = [];
  readonly drops: number[] = [];
  readonly fetch: typeof fetch;
  /** What the person's password is by now. */
  password: string;
  /** A name to type in place of the user's, whom the pool does not know. */
  stranger: string | null = null;
  /** The step as the page knows it. */
  step = 'sign-in';
  #order = 0;
  #lastPersonal = -1;
  /** How many sessions are asked for that successes told of. */
  #asking = 0;

  private constructor(
    readonly start: Start,
    readonly pool: Pool,
    readonly surroundings: Surroundings,
    readonly broken: Break,
  ) {
    this.password = start.user.password;
    this.network = new PoolNetwork(pool.fetch, {
      order: () => this.order(),
      cause: () => this.#lastPersonal,
      messages: () => pool.messages.length,
      newPassword: (password) => (this.password = password),
    });
    surroundings.prompts.onEnd = () => this.promptEnds.push(this.order());
    this.fetch = broken.fetch?.(this.network.fetch, this) ?? this.network.fetch;
  }

  static async open(start: Start, broken: Break = {}): Promise<World> {
    sessionStorage.clear();
    const surroundings = surround();
    return new World(start, await openPool(start), surroundings, broken);
  }

  close(): void {
    this.surroundings.restore();
    sessionStorage.clear();
  }

  /** Counts everything that happens. */
  order(): number {
    return this.#order++;
  }

  begin(act: Act): void {
    if (isPersonal(act)) this.#lastPersonal = this.acts.length;
    this.acts.push({ does: act.do, name: nameOf(act), personal: isPersonal(act) });
  }

  /** The attempt is over. */
  drop(): void {
    this.network.abandon();
    this.drops.push(this.order());
  }

  hear(type: string, detail: Record<string, unknown>, connected: boolean): Told {
    const told: Told = { order: this.order(), act: this.acts.length - 1, type, detail, connected };
    this.told.push(told);
    if (type === 'login-step') this.step = String(detail.step);
    if (type === 'login-step' && detail.step === 'sign-in') this.drop();
    if (type === 'login-signed-out') this.drop();
    return told;
  }

  /** Whoever left hears no more: not of the first step, where they are by now unless they are signed in. */
  leave(busy: boolean): void {
    this.drop();
    if (this.step !== 'signed-in' || busy) this.step = 'sign-in';
  }

  get waits(): boolean {
    return this.network.waits || this.surroundings.prompts.open > 0;
  }

  /** Until nothing moves any more; what is stuck is for the invariants to say. @param pending whether something still moves */
  async settle(pending: () => boolean): Promise<void> {
    const limit = performance.now() + patience;
    for (let quiet = 0; quiet < 4 && performance.now() < limit;) {
      await task();
      const moving =
        this.network.working + this.surroundings.prompts.working > 0 || pending() || (this.#asking > 0 && !this.waits);
      quiet = moving ? 0 : quiet + 1;
    }
  }

  /** What a success brought, once that is known. Where the person left meanwhile, or the service was asked for fresh tokens, it is not. */
  takeTokens(told: Told, session: Promise<Session | null>): void {
    this.#asking++;
    const take = (found: Session | null) => {
      const left = this.drops.some((order) => order > told.order);
      if (found || !(left || this.#asksService(told))) told.tokens = found && tokensOf(found);
    };
    void session.then(take, () => take(null)).finally(() => this.#asking--);
  }

  /** Whether tokens had to be refreshed since: that may fail, and a pool that rotates them refuses one whose answer was lost. */
  #asksService({ order }: Told): boolean {
    return this.network.sent.some((one) => one.order > order && one.operation === 'GetTokensFromRefreshToken');
  }

  trace(look: Look): Trace {
    const { acts, told, drops, promptEnds, network } = this;
    return {
      clientId: this.pool.clientId,
      acts,
      told,
      drops,
      promptEnds,
      sent: network.sent,
      secrets: this.#secrets(look.step),
      look,
    };
  }

  #secrets(step: string): ReadonlySet<string> {
    const codes = this.pool.messages.map(({ code }) => code);
    const inAnswers = this.network.answers.flatMap((answer) => secretsIn(hiddenIn(answer, step)));
    return new Set([...secretWords, this.start.user.password, ...codes, ...inAnswers]);
  }

  /** What anyone on the page can read, whatever is asked about. */
  places(): Record<string, string> {
    const kept = Object.entries({ ...sessionStorage }).filter(
      ([key]) => !/^CognitoIdentityServiceProvider|\.attempt$/.test(key),
    );
    const { lines, accidents } = this.surroundings;
    return {
      'event details': JSON.stringify(this.told.map(({ detail }) => detail)),
      console: lines.join('\n'),
      accidents: accidents.join('\n'),
      storage: JSON.stringify([kept, { ...localStorage }]),
      address: location.href + JSON.stringify(history.state),
    };
  }

  get stored(): Record<string, string> {
    return { ...sessionStorage };
  }
}

/** The key for an authenticator app is shown in the step that sets it up. */
const hiddenIn = (answer: Body, step: string): Body =>
  step === 'set-up-totp' ? { ...answer, SecretCode: undefined } : answer;

export interface Session {
  getIdToken(): { getJwtToken(): string };
  getAccessToken(): { getJwtToken(): string };
  getRefreshToken(): { getToken(): string };
}

const tokensOf = (session: Session): Tokens => ({
  id: session.getIdToken().getJwtToken(),
  access: session.getAccessToken().getJwtToken(),
  refresh: session.getRefreshToken().getToken(),
});
