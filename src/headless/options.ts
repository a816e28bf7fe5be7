import type { CognitoOptions } from '../cognito/config.js';
import type { AuthPort, Clock, PasskeyPrompt } from '../flow/ports.js';

/** As the element's attributes of the same names; `userPoolId` and `clientId` are required. */
export interface LoginOptions extends Omit<
  CognitoOptions,
  'clock' | 'warn' | 'passkeyPrompt' | 'offerPasskey' | 'sessionMinutes'
> {
  /** The app client's AuthSessionValidity in minutes, 3 to 15; 3 unless told otherwise. */
  readonly sessionMinutes?: number;
  /** `keep` unless told otherwise. */
  readonly resend?: 'keep' | 'ask' | 'off';
  /** `sign-in`: passkeys are used where there are any; `offer`: a new one is offered after a sign-in; `off` unless told otherwise. */
  readonly passkeys?: 'off' | 'sign-in' | 'offer';
  readonly clock?: Clock;
}

const openPrompt = async (): Promise<PasskeyPrompt | null> =>
  (await import('../passkey/open-passkey-prompt.js')).openPasskeyPrompt();

/** One port for all attempts, since its options never change: it keeps `memory` alive, and two refreshes apart. */
export function portOpener(options: LoginOptions & { readonly clock: Clock }): () => Promise<AuthPort> {
  const { passkeys = 'off', sessionMinutes = 3, resend: _, ...rest } = options;
  const warn = (message: string) => console.warn(`cognito-mfa-login: ${message}`);
  let port: AuthPort | null = null;
  return async () => {
    const [{ openCognito }, passkeyPrompt] = await Promise.all([
      import('../cognito/open-cognito.js'),
      passkeys === 'off' ? null : openPrompt(),
    ]);
    const offerPasskey = passkeys === 'offer';
    return (port ??= openCognito({ ...rest, warn, sessionMinutes, passkeyPrompt, offerPasskey }));
  };
}
