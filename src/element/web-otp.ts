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
  #wait: AbortController | null = null;

  /** @param fill takes the code, which the person still submits */
  follow(wanted: boolean, fill: (code: string) => void): void {
    if (!wanted) {
      this.#wait?.abort();
      this.#wait = null;
    } else if (!this.#wait && 'OTPCredential' in globalThis) {
      this.#wait = new AbortController();
      void readSmsCode(navigator.credentials, this.#wait.signal).then((code) => code && fill(code));
    }
  }
}
