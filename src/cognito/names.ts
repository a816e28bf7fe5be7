import type { Channel, Factor, SetUpFactor } from '../flow/outcome.js';

/** The service's names for what the flow calls by its own. */

/** The challenges that a code answers, and where that code comes from. */
const codes: Readonly<Record<string, Channel>> = {
  SMS_MFA: 'sms',
  SOFTWARE_TOKEN_MFA: 'totp',
  EMAIL_OTP: 'email',
  SMS_OTP: 'sms',
};

/** What choice-based sign-in begins with. */
const factors: Readonly<Record<string, Factor>> = {
  PASSWORD_SRP: 'password',
  PASSWORD: 'password',
  SMS_OTP: 'sms',
  EMAIL_OTP: 'email',
  WEB_AUTHN: 'passkey',
};

/** A second factor that can be set up at sign-in; a telephone number is not among them. */
const setUps: Readonly<Record<string, SetUpFactor>> = { SOFTWARE_TOKEN_MFA: 'totp', EMAIL_OTP: 'email' };

/** In the answer to SELECT_MFA_TYPE. */
export const mfaNames: Readonly<Record<Channel, string>> = {
  sms: 'SMS_MFA',
  totp: 'SOFTWARE_TOKEN_MFA',
  email: 'EMAIL_OTP',
};

/** In the answer to SELECT_CHALLENGE, and as PREFERRED_CHALLENGE. */
export const factorNames: Readonly<Record<Factor, string>> = {
  password: 'PASSWORD_SRP',
  sms: 'SMS_OTP',
  email: 'EMAIL_OTP',
  passkey: 'WEB_AUTHN',
};

/** A name is whatever the service sends, `constructor` included. */
const find = <Value>(table: Readonly<Record<string, Value>>, name: string): readonly Value[] =>
  Object.hasOwn(table, name) ? [table[name]!] : [];

export const channelOf = (name: string): Channel | undefined => find(codes, name)[0];

/** What is known here, each once, in the service's order. */
export const factorsIn = (names: readonly string[]): readonly Factor[] => [
  ...new Set(names.flatMap((name) => find(factors, name))),
];

export const setUpsIn = (names: readonly string[]): readonly SetUpFactor[] => [
  ...new Set(names.flatMap((name) => find(setUps, name))),
];

/** Of SELECT_MFA_TYPE: SMS_OTP is no second factor. */
export const channelsIn = (names: readonly string[]): readonly Channel[] => [
  ...new Set(names.filter((name) => name !== 'SMS_OTP').flatMap((name) => find(codes, name))),
];
