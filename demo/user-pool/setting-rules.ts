import { invalidDefinition } from './errors.js';
import { isInput, isListOfTexts, isMapOfTexts, isText } from './kinds.js';
import type { Input } from './pool.js';
import { defaultSettings, type PoolSettings } from './settings.js';

/** A whole number in a range; an absent one is left to its default. */
const within = (value: unknown, least: number, most: number) =>
  value === undefined || (Number.isInteger(value) && Number(value) >= least && Number(value) <= most);

const isFlag = (value: unknown) => value === undefined || typeof value === 'boolean';

const policyRules = new Map<string, (value: unknown) => boolean>([
  ['minimumLength', (value) => within(value, 6, 99)],
  ['passwordHistorySize', (value) => within(value, 0, 24)],
  ...['requireUppercase', 'requireLowercase', 'requireNumbers', 'requireSymbols'].map(
    (name) => [name, isFlag] as const,
  ),
]);

const isPolicy = (value: unknown) =>
  isInput(value) && Object.entries(value).every(([name, item]) => policyRules.get(name)?.(item) ?? false);

const isRound = (value: unknown): value is Input =>
  isInput(value) && isMapOfTexts(value['parameters']) && isText(value['answer']) && value['answer'] !== '';

/** Letters, digits and underscores, as the names that are there. */
const isChallengeName = (name: unknown) => isText(name) && /^\w{1,64}$/.test(name);

const firstFactors = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'];

/** The settings whose type alone does not say what they may be, with the words for what they have to be. */
const rules: { readonly [Name in keyof PoolSettings]?: [fits: (value: unknown) => boolean, words: string] } = {
  mfaConfiguration: [(value) => isText(value) && ['OFF', 'OPTIONAL', 'ON'].includes(value), 'one of OFF, OPTIONAL, ON'],
  passwordPolicy: [
    isPolicy,
    `an object with any of minimumLength (6 to 99), passwordHistorySize (0 to 24) and, as booleans, ${[...policyRules.keys()].slice(2).join(', ')}`,
  ],
  customChallenges: [
    (value) => Array.isArray(value) && value.every(isRound),
    'a list of {parameters, answer}, where parameters is an object of texts and answer a text',
  ],
  deviceTracking: [
    (value) => isText(value) && ['off', 'always', 'opt-in'].includes(value),
    'one of off, always, opt-in',
  ],
  signInFactors: [
    (value) => isListOfTexts(value) && value.length > 0 && value.every((name) => firstFactors.includes(name)),
    `a list of some of ${firstFactors.join(', ')}`,
  ],
  webAuthn: [
    (value) =>
      isInput(value) &&
      isText(value['relyingPartyId']) &&
      ['required', 'preferred'].includes(String(value['userVerification'])),
    '{relyingPartyId, userVerification}, where relyingPartyId is a text and userVerification required or preferred',
  ],
  unknownChallenge: [
    (value) => value === null || (isRound(value) && isChallengeName(value['name'])),
    'null or {name, parameters, answer}, where parameters is an object of texts, name and answer are texts',
  ],
};

function fitsDefault(name: keyof PoolSettings, value: unknown): boolean {
  const fallback = defaultSettings[name];
  return Array.isArray(fallback) ? isListOfTexts(value) : typeof value === typeof fallback;
}

/** Throws where there is no such setting, or it cannot have such a value. */
export function checkSetting(name: string, value: unknown): void {
  if (!Object.hasOwn(defaultSettings, name)) throw invalidDefinition(`There is no setting ${name}`);
  const setting = name as keyof PoolSettings;
  const [fits, words] = rules[setting] ?? [
    (given: unknown) => fitsDefault(setting, given),
    `of the type of ${JSON.stringify(defaultSettings[setting])}`,
  ];
  if (!fits(value)) throw invalidDefinition(`Setting ${name} is ${words}`);
}
