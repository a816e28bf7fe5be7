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

/**
 * Gives the page an authenticator for passkeys, a fresh one in the place of any before; false where the browser under test takes
 * none, which is every browser but Chromium.
 */
export const addAuthenticator = (more: Partial<typeof options> = {}): Promise<boolean> =>
  executeServerCommand('add-authenticator', { ...options, ...more }).then(
    () => true,
    () => false,
  );

export const removeAuthenticator = async (): Promise<void> => {
  await executeServerCommand('remove-authenticator').catch(() => undefined);
};

/** Whether the person passes the authenticator's own check, finger or PIN. Where not, the browser says what it says of a cancelled prompt. */
export const setUserVerified = async (verified: boolean): Promise<void> => {
  await executeServerCommand('authenticator-user-verified', verified);
};
