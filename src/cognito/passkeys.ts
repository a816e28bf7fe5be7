import type { Outcome } from '../flow/outcome.js';
import type { UserSession } from '../flow/ports.js';
import type { CognitoConfig } from './config.js';
import type { Wire } from './wire.js';
import { withLimit } from './with-limit.js';

/** How long a signed-in person waits to hear whether there is a passkey already, in milliseconds. */
const patience = 2000;

const accessTokenOf = (session: UserSession): string => session.getAccessToken().getJwtToken();

/**
 * What the browser's prompt came to.
 * @returns the credential, or the outcome of a prompt that was closed or failed
 * @throws the signal's reason
 */
export async function promptFor<Credential>(
  prompt: () => Promise<Credential | null>,
  signal: AbortSignal,
): Promise<{ readonly credential: Credential } | { readonly outcome: Outcome }> {
  try {
    const credential = await prompt();
    signal.throwIfAborted();
    return credential === null ? { outcome: { kind: 'cancelled' } } : { credential };
  } catch (failure) {
    signal.throwIfAborted();
    return { outcome: promptFailed(failure) };
  }
}

/** The browser's words are for the developer: an origin that the pool's relying party does not cover is found out here. */
function promptFailed(failure?: unknown): Outcome {
  const cause = failure instanceof Error && { cause: { name: failure.name, message: failure.message } };
  return { kind: 'failed', error: { code: 'passkey-failed', retryable: true, ...cause } };
}

/** Has the browser make a passkey for whoever is signed in, and registers it. */
export async function addPasskey(
  session: UserSession,
  { passkeyPrompt }: CognitoConfig,
  wire: Wire,
  signal: AbortSignal,
): Promise<Outcome> {
  if (!passkeyPrompt) return promptFailed();
  const AccessToken = accessTokenOf(session);
  const { CredentialCreationOptions: options } = await wire('StartWebAuthnRegistration', { AccessToken }, signal);
  const made = await promptFor(() => passkeyPrompt.create(options, signal), signal);
  if ('outcome' in made) return made.outcome;
  await wire('CompleteWebAuthnRegistration', { AccessToken, Credential: made.credential }, signal);
  return { kind: 'done' };
}

/** Whether somebody has no passkey yet. Nobody waits long for an answer, and none is as good as no. */
export async function lacksPasskey(
  session: UserSession,
  { clock }: CognitoConfig,
  wire: Wire,
  signal: AbortSignal,
): Promise<boolean> {
  const params = { AccessToken: accessTokenOf(session), MaxResults: 1 };
  try {
    const { Credentials } = await withLimit(clock, patience, signal, (limit) =>
      wire('ListWebAuthnCredentials', params, limit),
    );
    return Credentials?.length === 0;
  } catch {
    return false;
  }
}
