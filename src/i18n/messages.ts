import type { Problem } from '../flow/error.js';
import type { Channel } from '../flow/outcome.js';

/**
 * Every text a person meets. Words in braces are filled in and stay as they are: `{destination}`, `{username}`, `{time}`,
 * `{minutes}`, `{seconds}`.
 */
export interface Messages {
  /** The direction of the language's script. */
  readonly direction: 'ltr' | 'rtl';
  readonly signIn: {
    readonly heading: string;
    readonly intro: string;
    readonly username: string;
    readonly password: string;
    readonly showPassword: string;
    readonly hidePassword: string;
    readonly capsLock: string;
    readonly submit: string;
    readonly submitting: string;
  };
  readonly code: {
    readonly heading: Readonly<Record<Channel, string>>;
    /** With `{destination}` in `sms` and `email`. */
    readonly intro: Readonly<Record<Channel, string>>;
    /** In place of `intro` when the service did not say where the code went. */
    readonly introWithoutDestination: string;
    readonly code: string;
    readonly submit: string;
    readonly submitting: string;
    readonly resend: string;
    /** With `{time}`, for example 0:24. */
    readonly resendIn: string;
    readonly resending: string;
    /** No more codes can be asked for. */
    readonly resendSpent: string;
    /** Why the password is asked for again. */
    readonly askPassword: string;
    readonly dismissRequest: string;
    /** With `{username}`. */
    readonly signingInAs: string;
    readonly back: string;
    /** With `{seconds}`. */
    readonly timeLeft: string;
    /** What to look at when an app's code is refused. */
    readonly wrongTotp: string;
  };
  readonly signedIn: {
    readonly heading: string;
    /** With `{username}`. */
    readonly intro: string;
    readonly signOut: string;
    readonly signingOut: string;
  };
  /** One sentence for each code; `clock-skew` with `{minutes}`. */
  readonly errors: Readonly<Record<Problem['code'], string>>;
}

/** A page's own texts: any part of the table. */
export type MessageOverrides = {
  readonly [Part in keyof Messages]?: Messages[Part] extends object ? DeepPartial<Messages[Part]> : Messages[Part];
};

type DeepPartial<Part> = {
  readonly [Key in keyof Part]?: Part[Key] extends object ? DeepPartial<Part[Key]> : Part[Key];
};

/** A text with its words in braces filled in; an unknown one stays as it is, so that a slip shows. */
export const fill = (text: string, words: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, word: string) =>
    String(Object.hasOwn(words, word) ? words[word] : placeholder),
  );

/** A table with a page's own texts in it. Texts alone are taken, so nothing else can come in through a JSON file. */
export const withOverrides = (messages: Messages, overrides: MessageOverrides | undefined): Messages =>
  overrides ? (merge(messages, overrides) as unknown as Messages) : messages;

interface Table {
  readonly [key: string]: string | Table;
}

function merge(table: object, overrides: object): Table {
  const own = overrides as Record<string, unknown>;
  const entries = Object.entries(table as Table).map(([key, value]): [string, string | Table] => {
    const other = Object.hasOwn(own, key) ? own[key] : undefined;
    if (typeof value === 'string') return [key, typeof other === 'string' ? other : value];
    return [key, typeof other === 'object' && other !== null ? merge(value, other) : value];
  });
  return Object.fromEntries(entries);
}
