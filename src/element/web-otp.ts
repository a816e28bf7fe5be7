/** The part of WebOTP that TypeScript's DOM types lack: https://wicg.github.io/web-otp/ */
interface OtpCredential {
  readonly code: string;
}

type OtpRequest = CredentialRequestOptions & { readonly otp: { readonly transport: readonly ['sms'] } };

/**
 * Waits for a text message bound to this site (its last line is `@host #code`).
 * @returns its code; null when the wait was aborted or the person refused: neither is an error
 */
export async function readSmsCode(
  credentials: Pick<CredentialsContainer, 'get'>,
  signal: AbortSignal,
): Promise<string | null> {
  const request: OtpRequest = { otp: { transport: ['sms'] }, signal };
  try {
    const credential = (await credentials.get(request)) as OtpCredential | null;
    return signal.aborted ? null : (credential?.code ?? null);
  } catch {
    return null;
  }
}

/** One wait at a time, as the API allows, for as long as a code is wanted. */
export class SmsWait {
  readonly #credentials: () => Pick<CredentialsContainer, 'get'>;
  #wait: AbortController | null = null;
  /** The code that is waited for, or was: each is asked for once. */
  #message: number | null = null;

  constructor(credentials: () => Pick<CredentialsContainer, 'get'> = () => navigator.credentials) {
    this.#credentials = credentials;
  }

  /**
   * @param message tells one message from the next; null when none is on its way
   * @param fill takes the code, which the person still submits
   */
  follow(message: number | null, fill: (code: string) => void): void {
    if (message === this.#message) return;
    this.#message = message;
    this.#wait?.abort();
    this.#wait = null;
    if (message === null || !('OTPCredential' in globalThis)) return;
    this.#wait = new AbortController();
    void readSmsCode(this.#credentials(), this.#wait.signal).then((code) => code && fill(code));
  }
}
