import type { Channel, Outcome } from '../flow/outcome.js';
import type { Challenge } from './answer.js';

/** The challenges that a code answers, and where that code comes from. */
const channels: Readonly<Record<string, Channel>> = { SMS_MFA: 'sms', SOFTWARE_TOKEN_MFA: 'totp', EMAIL_OTP: 'email' };

const channelOf = (name: string): Channel | undefined => (Object.hasOwn(channels, name) ? channels[name] : undefined);

/** The service's question as the step it leads to. */
export function toOutcome({ name, parameters }: Challenge): Outcome {
  const channel = channelOf(name);
  if (!channel) {
    const cause = { name, message: 'The service asked for a challenge that this version does not know.' };
    return { kind: 'failed', error: { code: 'unsupported-challenge', retryable: false, cause } };
  }
  return { kind: 'code-needed', channel, destination: parameters.CODE_DELIVERY_DESTINATION ?? null };
}

/** The answer to a challenge that asks for a code: SMS_MFA_CODE, SOFTWARE_TOKEN_MFA_CODE, EMAIL_OTP_CODE. */
export const codeAnswer = ({ name }: Challenge, code: string): Record<string, string> => ({ [`${name}_CODE`]: code });
