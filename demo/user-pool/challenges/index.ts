import type { Challenge } from './challenge.js';
import { emailOtp } from './email-otp.js';
import { passwordVerifier } from './password-verifier.js';
import { smsMfa } from './sms-mfa.js';
import { softwareTokenMfa } from './software-token-mfa.js';

/** The challenges of the pool. */
export const challenges: ReadonlyMap<string, Challenge> = new Map(
  [passwordVerifier, smsMfa, softwareTokenMfa, emailOtp].map((challenge) => [challenge.name, challenge]),
);
