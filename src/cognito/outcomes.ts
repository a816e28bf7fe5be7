import type { Attribute, Factor, Outcome } from '../flow/outcome.js';
import type { ErrorCode, LoginError } from '../flow/error.js';
import { isListOfTexts, isObject, type Challenge } from './answer.js';
import { channelOf, channelsIn, factorsIn, setUpsIn } from './names.js';
import { againBy, hasChoice, hasOtherFactors, type Trail } from './trail.js';

/** What a challenge's meaning depends on besides itself. */
export interface Surroundings {
  readonly trail: Trail;
  /** Whether passkeys are in use, and the browser has them. */
  readonly passkeys: boolean;
  /** The first factor to show first. */
  readonly preferred: Factor | null;
}

type Reading = (challenge: Challenge, surroundings: Surroundings) => Outcome;

/** By name, the challenges that lead to a step of their own. What asks for a code is known by names.ts. */
const readings: Readonly<Record<string, Reading>> = {
  SELECT_MFA_TYPE: toMfaChoice,
  MFA_SETUP: toSetUp,
  NEW_PASSWORD_REQUIRED: toNewPassword,
  SELECT_CHALLENGE: toFactorChoice,
  WEB_AUTHN: toPasskey,
  // The service asks for it where no password came along.
  PASSWORD: () => ({ kind: 'password-needed' }),
  PASSWORD_SRP: () => ({ kind: 'password-needed' }),
};

/** The service's question as the step it leads to; what has no step is handed to the page. Pure, and never throws. */
export function toOutcome(challenge: Challenge, surroundings: Surroundings): Outcome {
  const { name, parameters } = challenge;
  if (channelOf(name)) return toCode(challenge, surroundings);
  if (Object.hasOwn(readings, name)) return readings[name]!(challenge, surroundings);
  return { kind: 'challenge-asked', name, parameters };
}

const fail = (code: ErrorCode, retryable = false, more: Pick<LoginError, 'cause'> = {}): Outcome => ({
  kind: 'failed',
  error: { code, retryable, ...more },
});
const malformed = () => fail('bad-response', true);
/** The pool asks for something, and offers nothing that can be done here. */
const nothingFits = () => fail('mfa-unavailable');
/** It is not the person's account that lacks it, but this page or browser: the cause is for the developer. */
const onlyPasskeyFits = () =>
  fail('unsupported-challenge', false, { cause: { name: 'WEB_AUTHN', message: 'Nothing but a passkey is taken.' } });

/** @returns undefined where it is no JSON */
function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

const toCode: Reading = ({ name, parameters }, { trail }) => ({
  kind: 'code-needed',
  channel: channelOf(name)!,
  destination: parameters.CODE_DELIVERY_DESTINATION ?? null,
  again: againBy(trail),
  alternatives: hasChoice(trail),
});

function toMfaChoice({ parameters }: Challenge): Outcome {
  const names = parse(parameters.MFAS_CAN_CHOOSE);
  if (!isListOfTexts(names)) return malformed();
  const channels = channelsIn(names);
  return channels.length ? { kind: 'mfa-choice', channels } : nothingFits();
}

/** An authenticator app has to be at hand, so the person is asked also where there is no other choice. */
function toSetUp({ parameters }: Challenge): Outcome {
  const names = parse(parameters.MFAS_CAN_SETUP);
  if (!isListOfTexts(names)) return malformed();
  const factors = setUpsIn(names);
  if (!factors.length) return nothingFits();
  return factors.includes('totp') ? { kind: 'set-up-choice', factors } : { kind: 'email-needed' };
}

/** What the service puts before the names of a user's attributes. */
const prefix = 'userAttributes.';

export const attributeKey = (name: string): string => prefix + name;

/** The attributes that NEW_PASSWORD_REQUIRED asks for, with what the pool has of them; null where it cannot be read. */
export function askedAttributes({ parameters }: Challenge): readonly Attribute[] | null {
  const required = parse(parameters.requiredAttributes ?? '[]');
  const values = parse(parameters.userAttributes ?? '{}');
  if (!isListOfTexts(required) || !isObject(values)) return null;
  const names = new Set(required.map((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : key)));
  return [...names].map((name) => {
    const value = Object.hasOwn(values, name) ? values[name] : '';
    return { name, value: typeof value === 'string' ? value : '' };
  });
}

function toNewPassword(challenge: Challenge): Outcome {
  const attributes = askedAttributes(challenge);
  return attributes ? { kind: 'new-password-needed', attributes } : malformed();
}

/** What SELECT_CHALLENGE offers and this browser can do. */
export const offeredFactors = ({ available }: Challenge, passkeys: boolean): readonly Factor[] =>
  factorsIn(available).filter((factor) => factor !== 'passkey' || passkeys);

function toFactorChoice(challenge: Challenge, { passkeys, preferred }: Surroundings): Outcome {
  const factors = offeredFactors(challenge, passkeys);
  if (factors.length) return { kind: 'factor-choice', factors, preferred };
  return factorsIn(challenge.available).includes('passkey') ? onlyPasskeyFits() : nothingFits();
}

/** PublicKeyCredentialRequestOptionsJSON; undefined where it cannot be read. */
export function requestOptions({ parameters }: Challenge): object | undefined {
  const options = parse(parameters.CREDENTIAL_REQUEST_OPTIONS);
  return isObject(options) ? options : undefined;
}

/** Without a prompt of ours, the page may still have one. */
function toPasskey(challenge: Challenge, { passkeys, trail }: Surroundings): Outcome {
  const { name, parameters } = challenge;
  if (!passkeys) return { kind: 'challenge-asked', name, parameters };
  return requestOptions(challenge) ? { kind: 'passkey-needed', alternatives: hasOtherFactors(trail) } : malformed();
}
