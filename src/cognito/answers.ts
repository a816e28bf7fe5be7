import type { Outcome } from '../flow/outcome.js';
import type { Answer } from '../flow/ports.js';
import type { Challenge } from './answer.js';
import { factorNames, mfaNames } from './names.js';
import { askedAttributes, attributeKey } from './outcomes.js';

/** What each kind of answer can be an answer to. */
const answerable: Readonly<Record<Answer['kind'], readonly Outcome['kind'][]>> = {
  code: ['code-needed', 'totp-set-up'],
  mfa: ['mfa-choice'],
  'set-up': ['set-up-choice'],
  email: ['email-needed'],
  'new-password': ['new-password-needed'],
  challenge: ['challenge-asked'],
  factor: ['factor-choice'],
  passkey: ['passkey-needed'],
};

/** Whether an answer fits what was asked: one that comes late must not be sent to another challenge. */
export const fits = ({ kind }: Answer, asked: Outcome['kind']): boolean => answerable[kind].includes(asked);

/** Answers that ChallengeResponses say by themselves. */
export type PlainAnswer = Exclude<Answer, { kind: 'set-up' | 'passkey' }>;

/** The ChallengeResponses of an answer, USERNAME aside. Pure. */
export function responsesTo(challenge: Challenge, answer: PlainAnswer): Record<string, string> {
  switch (answer.kind) {
    case 'code':
      // SMS_MFA_CODE, SOFTWARE_TOKEN_MFA_CODE, EMAIL_OTP_CODE, SMS_OTP_CODE.
      return { [`${challenge.name}_CODE`]: answer.code };
    case 'mfa':
      return { ANSWER: mfaNames[answer.channel] };
    case 'email':
      return { EMAIL: answer.email };
    case 'factor':
      return { ANSWER: factorNames[answer.factor] };
    case 'new-password':
      return newPasswordResponses(challenge, answer);
    case 'challenge': {
      // The service binds a Session to its user; a page that names another by mistake would be refused for it.
      const { USERNAME: _, ...responses } = answer.answers;
      return responses;
    }
    default:
      return answer satisfies never;
  }
}

/** The service refuses an attribute that it did not ask for and has already. */
function newPasswordResponses(
  challenge: Challenge,
  { password, attributes }: Extract<Answer, { kind: 'new-password' }>,
): Record<string, string> {
  const asked = new Set(askedAttributes(challenge)?.map(({ name }) => name));
  const given = attributes.filter(({ name }) => asked.has(name));
  return {
    NEW_PASSWORD: password,
    ...Object.fromEntries(given.map(({ name, value }) => [attributeKey(name), value])),
  };
}
