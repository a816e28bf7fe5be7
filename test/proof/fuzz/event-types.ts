/** What the page hears. */
export const eventTypes = [
  'login-step',
  'login-code-sent',
  'login-success',
  'login-failure',
  'login-challenge',
  'login-signed-out',
] as const;
