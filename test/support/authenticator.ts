import { executeServerCommand } from '@web/test-runner-commands';

/** Built in, with the person's passkeys inside, and a person who always agrees at once. */
const options = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
};

/** Asked of the browser, not of the plug-in: should that fail in Chromium, the tests fail and are not passed over. */
export const hasAuthenticators = /Chrome\/\d/.test(navigator.userAgent);

/**
 * Gives the page an authenticator for passkeys, a fresh one in the place of any before; false where the browser under test takes
 * none, which is every browser but Chromium.
 */
export async function addAuthenticator(more: Partial<typeof options> = {}): Promise<boolean> {
  if (hasAuthenticators) await executeServerCommand('add-authenticator', { ...options, ...more });
  return hasAuthenticators;
}

export async function removeAuthenticator(): Promise<void> {
  if (hasAuthenticators) await executeServerCommand('remove-authenticator');
}

/** Whether the person passes the authenticator's own check, finger or PIN. Where not, the browser says what it says of a cancelled prompt. */
export const setUserVerified = async (verified: boolean): Promise<void> => {
  await executeServerCommand('authenticator-user-verified', verified);
};
