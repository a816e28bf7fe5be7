/**
 * Every way in which a submission can end without success, in our own words. The code is also the message's key, so that a
 * language that lacks a sentence for one does not compile.
 */
export type ErrorCode =
  /** Wrong password, unknown user or disabled user: one code for all three, so that nobody can tell who has an account. */
  | 'invalid-credentials'
  /** Too many failed attempts; the service refuses for a while. */
  | 'locked'
  | 'wrong-code'
  /** The code itself has run out or was used before. */
  | 'code-expired'
  /** The challenge's session has run out. */
  | 'session-expired'
  /** The challenge's session was used before. */
  | 'session-spent'
  | 'password-policy'
  /** A temporary password that nobody used in time: the pool's administrator has to give another. */
  | 'password-expired'
  | 'reset-required'
  | 'confirm-required'
  | 'rate-limited'
  | 'busy'
  | 'offline'
  /** A chunk of the package did not come: no network, or a page of before a deployment, whose files are gone. */
  | 'not-loaded'
  /** No answer within 15 s. */
  | 'timeout'
  | 'service-unavailable'
  /** A firewall in front of the service refused the request. */
  | 'blocked'
  /** The proof was refused, and this device's clock is more than four minutes off. */
  | 'clock-skew'
  | 'unsupported-challenge'
  /** The pool, the client or the element is set up wrongly: `hint` says where. */
  | 'config-error'
  | 'delivery-failed'
  | 'mfa-unavailable'
  | 'account-conflict'
  | 'refused-by-policy'
  /** An answer that is not the service's: a captive portal's page, for example. */
  | 'bad-response'
  /** The browser or the service refused the passkey; a cancelled prompt is no error. */
  | 'passkey-failed'
  /** Something failed on this side. */
  | 'client-error';

/** What is wrong in a field, found before anything was sent. */
export type FieldErrorCode =
  | 'username-missing'
  | 'username-email'
  | 'username-phone'
  | 'password-missing'
  | 'code-missing'
  | 'code-format'
  | 'email-missing'
  | 'email-format'
  | 'phone-format'
  | 'attribute-missing'
  | 'answer-missing';

/** A rule of a pool's password policy; `history`: used before, `other`: one that the service does not name. */
export type PasswordRule = 'length' | 'lowercase' | 'uppercase' | 'number' | 'symbol' | 'history' | 'other';

/** Which setting a developer has to change; the element turns it into a sentence for the console. */
export type ConfigHint =
  /** Neither of the two is there. */
  | 'ids'
  | 'user-pool-id'
  | 'client-id'
  | 'client-secret'
  | 'client-unknown'
  | 'flow-disabled'
  | 'flow-unsupported'
  | 'triggers-missing'
  | 'endpoint'
  /** `mode="reauth"` with nobody to confirm. */
  | 'username';

/** What the service said, for the developer; never shown to the person, never holds what the person typed. */
export interface ServiceFault {
  /** The exception's name, for example `CodeMismatchException`, or the HTTP status as text where there is none. */
  readonly name: string;
  readonly message: string;
  /** HTTP status. */
  readonly status?: number;
}

/** A submission's failure. */
export interface LoginError {
  readonly code: ErrorCode;
  /** Whether the same submission may succeed when it is made again as it was. */
  readonly retryable: boolean;
  /** The service's `x-amzn-RequestId`, for support. */
  readonly requestId?: string;
  /** With `clock-skew` alone: how many whole minutes the device's clock is off. */
  readonly minutes?: number;
  /** With `config-error` alone. */
  readonly hint?: ConfigHint;
  /** With `password-policy` alone: what the new password lacks. */
  readonly rule?: PasswordRule;
  /** Absent from `invalid-credentials`, where it would tell an unknown user from a wrong password. */
  readonly cause?: ServiceFault;
}

export interface FieldError {
  readonly code: FieldErrorCode;
  /** With the errors of an attribute: its name, which is its field's. */
  readonly attribute?: string;
}

/**
 * What a step shows as its error. `ofAnswers`, with `invalid-credentials` alone: the answers to the pool's own questions were refused, and
 * not what the first step asked for.
 */
export type Problem = (LoginError & { readonly ofAnswers?: true }) | FieldError;

/** After these the same session can be tried again; after any other the attempt is over and starts at the first step. */
const sparing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'wrong-code',
  'rate-limited',
  'busy',
  'offline',
  'not-loaded',
  'timeout',
  'service-unavailable',
  'blocked',
  'bad-response',
  'refused-by-policy',
  'delivery-failed',
  'password-policy',
  'account-conflict',
  'passkey-failed',
  'client-error',
]);

/** Whether a failure in a later step ends the attempt, so that the person has to start at the first step. */
export const endsAttempt = (code: ErrorCode): boolean => !sparing.has(code);
