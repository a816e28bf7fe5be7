/** What one sequence did and came to, as the invariants look at it. */

/** The body of a request or an answer, by the service's names. */
export interface Body {
  readonly ChallengeName?: string;
  readonly ChallengeResponses?: Readonly<Record<string, string>>;
  readonly Session?: string;
  /** A new password, of ConfirmForgotPassword. */
  readonly Password?: string;
  readonly AuthenticationResult?: object;
  readonly SecretCode?: string | undefined;
}

/** A request as it left the page. `order` counts everything that happens in a sequence. */
export interface Sent {
  readonly order: number;
  /** The last act of the person before it: what led to it. */
  readonly cause: number;
  readonly operation: string;
  readonly params: Body;
  /** What else was under way then, and given up by nobody. */
  readonly beside: readonly string[];
  /** How many messages the pool sent because of it. */
  messages: number;
  /** When it ended for the page; null while it is under way. */
  ended: number | null;
  /** What came back unharmed, if anything did. */
  answer: Body | null;
  /** Whether its attempt was over before it ended. */
  abandoned: boolean;
}

/** What the page was told. */
export interface Told {
  readonly order: number;
  /** The act under way. */
  readonly act: number;
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** Whether whoever told it was in the page. */
  readonly connected: boolean;
  /** With a success: what its `getSession()` came to. */
  tokens?: Tokens | null;
}

export interface Tokens {
  readonly id: string;
  readonly access: string;
  readonly refresh: string;
}

/** A password's field. */
interface PasswordField {
  /** Whether the step that is shown asks for a password. */
  readonly asked: boolean;
  /** Whether the step was reached just now, so that nobody has typed anything in it. */
  readonly fresh: boolean;
  readonly value: string;
}

/** An act of the sequence, as it was. */
interface Done {
  /** What kind it is of. */
  readonly does: string;
  readonly name: string;
  readonly personal: boolean;
}

export type Place = 'inside' | 'nowhere' | 'elsewhere';

/** How things stand after an act. */
export interface Look {
  readonly step: string;
  readonly busy: boolean;
  /** What it waits for: an answer that is held back, or a prompt of the browser's. */
  readonly waits: boolean;
  /** How many ways on there are: fields and buttons that can be used. */
  readonly ways: number;
  /** Whether whoever is asked is in the page. */
  readonly connected: boolean;
  /** Texts that anyone on the page could read, by place. */
  readonly places: Readonly<Record<string, string>>;
  readonly passwords: readonly PasswordField[];
  /** Where the focus was when the person, or the page, had done their part of the act, and where it is; null where that part moves it. */
  readonly focus: { readonly before: Place; readonly after: Place } | null;
  /** The storage that is not memory. */
  readonly stored: Readonly<Record<string, string>>;
}

export interface Trace {
  readonly clientId: string;
  /** Which acts were a person's, or the page's in their place, oldest first. */
  readonly acts: readonly Done[];
  readonly sent: readonly Sent[];
  readonly told: readonly Told[];
  /** When the browser's prompts ended. */
  readonly promptEnds: readonly number[];
  /** When an attempt was dropped: started over, signed out, or taken from the page. */
  readonly drops: readonly number[];
  /** Passwords, codes, tokens, Sessions: whatever nobody else may read. */
  readonly secrets: ReadonlySet<string>;
  readonly look: Look;
}

/** What ended between two moments, and was not given up. */
export const endedIn = ({ sent }: Trace, after: number, before: number): Sent[] =>
  sent.filter(({ ended, abandoned }) => !abandoned && ended !== null && ended > after && ended < before);
