import { Secret, TOTP } from 'otpauth';
import type { RandomBytes } from './services.js';

/** RFC 6238 as authenticator apps and Cognito use it: SHA-1, six digits, 30 seconds. */
const PERIOD_S = 30;

/** One step to either side is accepted, for phones whose clock is a little off (RFC 6238, section 5.2). */
const WINDOW = 1;

const totp = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret), period: PERIOD_S });

/** 52 base32 characters, as the service's SecretCode has. */
export const newSecret = (random: RandomBytes): string => new Secret({ buffer: random(32).buffer }).base32;

/** What the app shows now, and for how long. */
export const currentCode = (secret: string, timestamp: number) => ({
  code: totp(secret).generate({ timestamp }),
  secondsLeft: Math.ceil(TOTP.remaining({ period: PERIOD_S, timestamp }) / 1000),
});

/** The time step the code belongs to; undefined where it belongs to none near now. */
export function matchingStep(secret: string, code: string, timestamp: number): number | undefined {
  if (!/^[0-9]{6}$/.test(code)) return undefined;
  const delta = totp(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? undefined : TOTP.counter({ period: PERIOD_S, timestamp }) + delta;
}
