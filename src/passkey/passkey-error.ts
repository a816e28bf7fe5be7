/** Every way in which a ceremony can fail; a cancelled one has not failed. */
export type PasskeyErrorCode =
  /** The service's options are not what WebAuthn takes. */
  | 'malformed-options'
  /** The browser, or an extension in its place, gave something that is no passkey's answer. */
  | 'malformed-answer'
  /** `create` alone: a passkey of this user is here already, and none was made. */
  | 'already-registered'
  /** The relying party is not this site: the user pool's, or the page's host, is set up wrongly. */
  | 'wrong-site'
  /** No authenticator can do what the options ask for. */
  | 'unsupported'
  /** Another script's ceremony is under way. */
  | 'busy'
  | 'failed';

/** A ceremony's failure. `message` holds the browser's words, for the developer; `cause` is what was thrown, if anything was. */
export class PasskeyError extends Error {
  readonly code: PasskeyErrorCode;

  constructor(code: PasskeyErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'PasskeyError';
    this.code = code;
  }
}

export type Ceremony = 'get' | 'create';

/**
 * NotAllowedError stands for a closed prompt, a time-out, a frame without permission and, in Safari before 17.4, a call without a
 * press: WebAuthn keeps them alike (Level 3, section 14.5), and a press of the button is the way on from each. AbortError
 * without our abort is another script's ceremony that took the place of ours.
 */
const cancels: ReadonlySet<string> = new Set(['NotAllowedError', 'AbortError']);

const codes: ReadonlyMap<string, PasskeyErrorCode> = new Map([
  ['SecurityError', 'wrong-site'],
  ['NotSupportedError', 'unsupported'],
  ['ConstraintError', 'unsupported'],
  // Chromium: "A request is already pending."
  ['OperationError', 'busy'],
]);

/**
 * What a rejected call of `navigator.credentials` means; null for a cancelled prompt. Judged by name: password managers put
 * themselves in the browser's place and throw plain errors.
 */
export function readRefusal(thrown: unknown, ceremony: Ceremony): PasskeyError | null {
  const { name, message } = describe(thrown);
  if (cancels.has(name)) return null;
  // An entry of excludeCredentials was found, and the person agreed that the site may know (Level 3, section 6.3.2, step 3).
  const known = ceremony === 'create' && name === 'InvalidStateError';
  const code = known ? 'already-registered' : (codes.get(name) ?? 'failed');
  return new PasskeyError(code, `${name}: ${message}`, thrown);
}

function describe(thrown: unknown): { readonly name: string; readonly message: string } {
  try {
    const { name, message } = Object(thrown) as Partial<Error>;
    return { name: String(name ?? 'Error'), message: String(message ?? '') };
  } catch {
    return { name: 'Error', message: '' }; // an extension's object may refuse to be read
  }
}
