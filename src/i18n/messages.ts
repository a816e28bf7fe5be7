import type { PasswordRule, Problem } from '../flow/error.js';
import type { Channel, Factor, SetUpFactor } from '../flow/outcome.js';
import type { SignInState } from '../flow/state.js';

/**
 * Every text a person meets, each step's under its name. Words in braces are filled in and stay as they are: `{destination}` and
 * `{username}` as they are, `{time}` as 0:24, `{minutes}` and `{seconds}` with their unit ("3 minutes"), `{minLength}` a number,
 * `{attribute}` its label.
 */
export interface Messages {
  /** The direction of the language's script. */
  readonly direction: 'ltr' | 'rtl';
  /** A BCP 47 tag, for amounts of time in words. */
  readonly locale: string;
  /** In more than one step. */
  readonly shared: {
    readonly submit: string;
    readonly submitting: string;
    /** While something short is under way that no button says. */
    readonly wait: string;
    readonly password: string;
    readonly newPassword: string;
    /** In place of the error `password-missing` where the password is a new one. */
    readonly newPasswordMissing: string;
    readonly showPassword: string;
    readonly hidePassword: string;
    readonly capsLock: string;
    /** Under a field for a phone number. */
    readonly phoneHint: string;
    readonly code: string;
    readonly resend: string;
    /** With `{time}`. */
    readonly resendIn: string;
    readonly resending: string;
    /** No more codes can be asked for. */
    readonly resendSpent: string;
    /** In place of the error `code-expired` where another code can be had. */
    readonly codeExpired: string;
    readonly anotherMethod: string;
    /** In place of a choice's `intro` where there is nothing to choose. */
    readonly onlyMethod: string;
    /** In place of the error `account-conflict` where an e-mail address was given. */
    readonly addressTaken: string;
    /** With `{seconds}`. */
    readonly timeLeft: string;
    /** With `{username}`. */
    readonly signingInAs: string;
    readonly back: string;
  };
  /** What a person can prove themselves with, as a choice. */
  readonly methods: Readonly<Record<Channel | Factor, Choice>>;
  readonly signIn: {
    readonly heading: string;
    readonly intro: string;
    /** With `mode="reauth"`. */
    readonly reauthHeading: string;
    /** With `{username}`. */
    readonly reauthIntro: string;
    /** In place of `intro`, by what led here. */
    readonly notices: Readonly<Record<NonNullable<SignInState['notice']>, string>>;
    /** In place of the error `invalid-credentials` where no password was asked for, or where answers to the pool's own questions were refused. */
    readonly refused: string;
    /** In place of the error `invalid-credentials` where the page asks for something else than a user name, or for no name. */
    readonly wrong: Readonly<Record<'email' | 'phone' | 'reauth', string>>;
    /** The first field's label, by `login-with`. */
    readonly username: string;
    readonly email: string;
    readonly phone: string;
    readonly forgotPassword: string;
    readonly usePasskey: string;
    readonly submit: string;
    readonly submitting: string;
  };
  readonly chooseFactor: Introduction;
  readonly password: Introduction;
  readonly passkey: Introduction & {
    /** In place of `intro` while nothing is under way, as after a prompt that was closed. */
    readonly idleIntro: string;
    readonly submit: string;
    readonly submitting: string;
  };
  readonly code: {
    readonly heading: Readonly<Record<Channel, string>>;
    /** With `{destination}` in `sms` and `email`. */
    readonly intro: Readonly<Record<Channel, string>>;
    /** In place of `intro` when the service did not say where the code went. */
    readonly introWithoutDestination: string;
    /** Why the password is asked for again. */
    readonly askPassword: string;
    readonly dismissRequest: string;
    /** What to look at when an app's code is refused. */
    readonly wrongTotp: string;
  };
  readonly chooseMfa: Introduction;
  readonly chooseSetUp: {
    readonly heading: string;
    /** What should be at hand and how long there is, with `{minutes}`. */
    readonly intro: Readonly<Record<SetUpFactor | 'several', string>>;
    readonly factors: Readonly<Record<SetUpFactor, Choice>>;
  };
  readonly setUpTotp: Introduction & {
    /** What the picture is. */
    readonly qrCode: string;
    readonly qrCodeMissing: string;
    /** Above the key that is typed where no picture can be taken. */
    readonly key: string;
    readonly copy: string;
    readonly copied: string;
    /** Under the key where the browser did not let it be copied; it is selected then. */
    readonly copyFailed: string;
    readonly openApp: string;
    /** After the session ended. */
    readonly expired: string;
    readonly restart: string;
  };
  readonly setUpEmail: Introduction;
  /** Both sentences with `{minutes}`. */
  readonly newPassword: Introduction & {
    /** In place of `intro` when more than a password is asked for. */
    readonly introWithAttributes: string;
  };
  readonly customChallenge: Introduction & {
    /** In place of `intro` when the same question comes again. */
    readonly again: string;
    readonly answer: string;
  };
  readonly forgotPassword: Introduction & {
    readonly submit: string;
  };
  readonly resetPassword: Introduction & {
    /** When the pool demands a new password. */
    readonly forcedIntro: string;
    readonly submit: string;
    readonly submitting: string;
  };
  readonly confirmSignUp: Introduction & {
    /** After a new code was sent, with `{destination}`. */
    readonly introWithDestination: string;
  };
  readonly rememberDevice: Offered;
  readonly addPasskey: Offered;
  readonly signedIn: Introduction & {
    /** With `mode="reauth"`. */
    readonly reauthHeading: string;
    readonly signOut: string;
    readonly signingOut: string;
  };
  /**
   * Labels of a user's attributes, by Cognito's (OpenID Connect's) names. A page gives those of its pool's own, such as
   * `custom:department`, which else go by their name.
   */
  readonly attributes: Readonly<Record<StandardAttribute, string>> & CustomAttributes;
  readonly passwordRules: {
    /** In the list beside a new password; `length` with `{minLength}`. */
    readonly listed: Readonly<Record<Exclude<PasswordRule, 'history' | 'other'>, string>>;
    /** When the service refuses a password; no number, since the page may not know the pool's policy. */
    readonly refused: Readonly<Record<PasswordRule, string>>;
    /** For screen readers, after a rule that is met. */
    readonly met: string;
  };
  /** One sentence for each code; `clock-skew` with `{minutes}`, `attribute-missing` with `{attribute}`. */
  readonly errors: Readonly<Record<Problem['code'], string>>;
}

/** A step's heading and the sentence under it. */
interface Introduction {
  readonly heading: string;
  readonly intro: string;
}

/** One of several ways, with a line that says what it takes. */
export interface Choice {
  readonly title: string;
  readonly line: string;
}

/** What is offered to somebody who is signed in. */
export interface Offered extends Introduction {
  readonly accept: string;
  readonly accepting: string;
  readonly decline: string;
}

/** The attributes that every pool has and a person can be asked for. */
export type StandardAttribute =
  | 'address'
  | 'birthdate'
  | 'email'
  | 'family_name'
  | 'gender'
  | 'given_name'
  | 'locale'
  | 'middle_name'
  | 'name'
  | 'nickname'
  | 'phone_number'
  | 'picture'
  | 'preferred_username'
  | 'profile'
  | 'website'
  | 'zoneinfo';

type CustomAttributes = Readonly<Record<`custom:${string}`, string>>;

/** A page's own texts: parts of the table. */
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

/** An amount of time in the language's words, in its right plural. */
export const inUnits = (amount: number, unit: 'minute' | 'second', { locale }: Messages): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);

/** A table with a page's own texts in it. Texts alone are taken, so nothing else can come in through a JSON file. */
export const withOverrides = (messages: Messages, overrides: MessageOverrides | undefined): Messages =>
  overrides ? withCustomAttributes(merge(messages, overrides) as unknown as Messages, overrides) : messages;

/** Which attributes a pool has of its own, no table knows. */
function withCustomAttributes(messages: Messages, { attributes }: MessageOverrides): Messages {
  const own = Object.entries(attributes ?? {}).filter(
    ([name, label]) => name.startsWith('custom:') && typeof label === 'string',
  );
  return { ...messages, attributes: { ...messages.attributes, ...Object.fromEntries(own) } };
}

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
