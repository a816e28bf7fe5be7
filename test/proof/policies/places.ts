/** Where a text may come from that is not ours: the page by attributes, properties and slots, the service, the person. */
import { readEmail } from '../../../src/flow/read-address.js';
import { english } from '../../../src/i18n/load-messages.js';
import { base64Url, challenge, choice, jwt, refusal, tokens } from '../../support/scripted-service.js';
import type { Place } from './stage.js';
import { ann, at, byName, newPassword, pressChoice, setUp, sms, states } from './states.js';

/** A table with another text in every place. */
const everyText = (table: object, text: string): object =>
  Object.fromEntries(
    Object.entries(table).map(([key, value]) => [
      key,
      typeof value === 'object' ? everyText(value as object, text) : text,
    ]),
  );
const messages = (text: string) =>
  everyText({ ...english, attributes: { ...english.attributes, 'custom:team': '' } }, text);

const messagesAt = Object.entries(states).map(([name, { script, set, acts }]): Place => ({
  name: `every message, at ${name}`,
  set: (text) => ({ ...set, messages: messages(text) }),
  script: () => script,
  ...(acts && { acts: () => acts }),
  shown: true,
}));

const attributeNames = [
  ...['user-pool-id', 'client-id', 'endpoint', 'auth-flow', 'preferred-factor', 'mode', 'login-with', 'phone-country'],
  ...['password-reset', 'passkeys', 'remember-device', 'storage', 'session-minutes', 'resume', 'resend', 'fields'],
  ...['username', 'issuer', 'theme', 'lang', 'dir', 'messages', 'fetch', 'password-policy', 'onlogin-success'],
];
/** All at once: none of them is a word that they know. */
const everyAttribute: Place = {
  name: 'every attribute',
  attributes: (text) => Object.fromEntries(attributeNames.map((name) => [name, text])),
  shown: true,
};

const slots = ['before', 'heading', 'help', 'after', 'footer'];
const slotted = (slot: string, text: string): HTMLElement =>
  Object.assign(document.createElement('p'), { slot, textContent: text });
const ofThePage: readonly Place[] = [
  {
    name: 'texts in slots',
    slotted: (text) => slots.map((slot) => slotted(slot, text)),
    shown: true,
  },
  {
    name: 'a text for whoever is signed in',
    slotted: (text) => [slotted('signed-in', text)],
    ...{ ...at('signed-in'), shown: true },
  },
  {
    name: 'a text about a challenge',
    slotted: (text) => [slotted('challenge', text)],
    ...{ ...at('custom-challenge'), shown: true },
  },
  { name: 'issuer, in the app’s address', set: (issuer) => ({ issuer }), ...at('set-up-totp'), shown: false },
  { name: 'clientMetadata', set: (text) => ({ clientMetadata: { [text]: text } }), ...at('code'), shown: false },
  {
    name: 'passwordPolicy',
    set: (text) => ({ passwordPolicy: { [text]: text } }),
    ...at('new-password'),
    shown: false,
  },
  { name: 'keys of messages', set: (text) => ({ messages: { [text]: { [text]: text } } }), shown: false },
  {
    name: 'a label of the pool’s own attribute',
    set: (text) => ({ messages: { attributes: { 'custom:team': text } } }),
    ...at('new-password'),
    shown: true,
  },
];

const delivered = (Destination: string) =>
  JSON.stringify({ CodeDeliveryDetails: { DeliveryMedium: 'EMAIL', AttributeName: 'email', Destination } });
/** Of any characters: a browser's own headers take bytes alone. */
const withRequestId = (text: string): Response =>
  Object.defineProperty(refusal('UserLambdaValidationException'), 'headers', {
    value: { get: (name: string) => (name.toLowerCase() === 'x-amzn-requestid' ? text : null) },
  });
const ofTheService: readonly Place[] = [
  { name: 'a code’s destination', script: (text) => [sms(text)], shown: true },
  {
    name: 'an e-mail’s destination',
    script: (text) => [challenge('EMAIL_OTP', { CODE_DELIVERY_DESTINATION: text })],
    shown: true,
  },
  {
    name: 'the destination of a code for a new account',
    script: (text) => [refusal('UserNotConfirmedException'), delivered(text)],
    acts: () => [ann(), { wait: 60_000 }, { press: '.cml-actions:not(.cml-who) button' }],
    shown: true,
  },
  {
    name: 'the destination of a reset',
    script: (text) => [delivered(text)],
    acts: () => [{ press: '.cml-beside button' }, { type: { username: 'ann@example.org' } }],
    shown: false, // never, since it would tell who has an account
  },
  { name: 'an exception’s message', script: (text) => [refusal('UserLambdaValidationException', text)], shown: true },
  { name: 'a request’s id', script: (text) => [() => withRequestId(text)], shown: true },
  { name: 'an exception’s name', script: (text) => [refusal(text, text)], shown: false },
  {
    name: 'a refused password’s message',
    script: (text) => [newPassword([]), refusal('InvalidPasswordException', text)],
    acts: () => [ann(), { type: { password: 'Green-1-Valley' } }],
    shown: true,
  },
  { name: 'an answer that is no JSON', script: (text) => [text], shown: false },
  { name: 'a refusal that is no JSON', script: (text) => [new Response(text, { status: 400 })], shown: false },
  {
    name: 'a challenge’s question',
    script: (text) => [challenge('CUSTOM_CHALLENGE', { question: text })],
    shown: true,
  },
  { name: 'a challenge’s parameter', script: (text) => [challenge('CUSTOM_CHALLENGE', { colour: text })], shown: true },
  {
    name: 'a challenge parameter’s name',
    script: (text) => [challenge('CUSTOM_CHALLENGE', Object.fromEntries([[text, 'x']]))],
    shown: true,
  },
  { name: 'a challenge’s name', script: (text) => [challenge(text, { [`x${text}`]: text })], shown: true },
  {
    name: 'an attribute’s name',
    script: (text) => [newPassword([text, `userAttributes.custom:${text}`])],
    shown: true,
  },
  {
    name: 'an attribute’s value',
    script: (text) => [newPassword(['userAttributes.nickname'], { nickname: text })],
    shown: true,
  },
  { name: 'Session', script: (text) => [challenge('SMS_MFA', {}, text)], shown: false },
  {
    name: 'what can be chosen',
    script: (text) => [challenge('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: JSON.stringify(['SMS_MFA', text]) })],
    shown: false,
  },
  {
    name: 'what can be set up',
    script: (text) => [challenge('MFA_SETUP', { MFAS_CAN_SETUP: JSON.stringify(['EMAIL_OTP', text]) })],
    shown: false,
  },
  {
    name: 'first factors',
    set: () => byName,
    script: (text) => [choice('PASSWORD_SRP', 'EMAIL_OTP', text)],
    shown: false,
  },
  {
    name: 'an app’s secret',
    script: (text) => [setUp, JSON.stringify({ SecretCode: text, Session: 'S'.repeat(40) })],
    acts: () => [ann(), pressChoice],
    shown: false,
  },
  { name: 'tokens', script: (text) => [tokens({ IdToken: text, AccessToken: text })], shown: false },
  {
    name: 'a token’s claims',
    script: (text) => [tokens({ IdToken: jwt({ 'cognito:username': text }) })],
    shown: false,
  },
  {
    name: 'a device’s keys',
    script: (text) => [tokens({ NewDeviceMetadata: { DeviceKey: text, DeviceGroupKey: text } }), '{}'],
    shown: false,
  },
  {
    name: 'a passkey’s options',
    set: () => ({ ...byName, passkeys: 'sign-in' }),
    script: (text) => [
      challenge('WEB_AUTHN', {
        // The challenge is bytes: what is none of base64 is refused, and the person told.
        CREDENTIAL_REQUEST_OPTIONS: JSON.stringify({ challenge: base64Url(text), rpId: text, [text]: text }),
      }),
    ],
    shown: false,
  },
];

/** Blanks around a name are no part of it. */
const typed = (name: string, where: string, more: Partial<Place> = {}): Place => ({
  ...{ name, ...at(where), shown: true },
  acts: (text) => [ann(text), ...(states[where]!.acts?.slice(1) ?? [])],
  ...more,
});

const ofThePerson: readonly Place[] = [
  typed('a user name, where the code is asked for', 'code'),
  typed('a user name, where an app is set up', 'set-up-totp'),
  typed('a user name, where a password is reset', 'reset-password'),
  typed('a user name, signed in', 'signed-in'),
  { name: 'a user name to confirm', set: (username) => ({ mode: 'reauth', username }), shown: true },
  {
    name: 'a stored user name',
    set: (name) => ({ storage: storedSession(name) }),
    restores: true,
    shown: true,
  },
  typed('a code', 'code', { acts: (text) => [ann(), { type: { code: text } }] }),
  typed('an e-mail address', 'set-up-email', {
    acts: (text) => [ann(), { type: { email: text } }],
    shownAs: readEmail,
  }),
  typed('an attribute', 'new-password', { acts: (text) => [ann(), { type: { 'attribute-given_name': text } }] }),
];

/** As the SDK keeps it. */
const storedSession = (username: string) => ({
  getItem(key: string): string | null {
    if (key.endsWith('.LastAuthUser')) return username;
    if (key.endsWith('.clockDrift')) return '0';
    return /\.(idToken|accessToken)$/.test(key) ? jwt() : null;
  },
  setItem: () => undefined,
  removeItem: () => undefined,
});

export const places: readonly Place[] = [
  ...[...messagesAt, everyAttribute, ...ofThePage, ...ofTheService, ...ofThePerson],
];
