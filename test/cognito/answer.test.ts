import { expect } from '@open-wc/testing';
import { isAnswer, isListOfTexts, isObject } from '../../src/cognito/answer.js';
import { challenge, choice, handshake, jwt, session, tokens } from '../support/scripted-service.js';

const body = (text: string): unknown => JSON.parse(text);
const device = { DeviceKey: 'eu-west-1_key', DeviceGroupKey: '-group' };
const secret = 'ABCDEFGHIJKLMNOP';
const payload = (claims: object) => `a.${btoa(JSON.stringify(claims)).replace(/=+$/, '')}.c`;

/** What the service may say, by the operation that it says it to. */
const answers: readonly (readonly [operation: string, what: string, body: unknown])[] = [
  ['InitiateAuth', 'tokens', body(tokens())],
  ['InitiateAuth', 'tokens without a refresh token, which a refresh keeps', body(tokens({ RefreshToken: undefined }))],
  ['InitiateAuth', 'no new device', body(tokens({ NewDeviceMetadata: null }))],
  ['InitiateAuth', 'a new device', body(tokens({ NewDeviceMetadata: device }))],
  ['InitiateAuth', 'tokens with both letters of base64url', body(tokens({ IdToken: jwt({ text: '>>>???>>>???' }) }))],
  ['InitiateAuth', 'a challenge', body(challenge('SMS_MFA', { CODE_DELIVERY_DESTINATION: '+***' }))],
  ['InitiateAuth', 'a challenge without parameters', { ChallengeName: 'EMAIL_OTP', Session: session }],
  ['InitiateAuth', 'a choice', body(choice('PASSWORD', 'EMAIL_OTP'))],
  ['InitiateAuth', 'a handshake', body(handshake())],
  ['InitiateAuth', 'a handshake in capitals', body(handshake({ SRP_B: 'ABCDEF', SALT: 'F0' }))],
  ['RespondToAuthChallenge', 'tokens', body(tokens())],
  [
    'RespondToAuthChallenge',
    'a device’s handshake, without a user of its own',
    { ...(body(handshake({ USER_ID_FOR_SRP: undefined })) as object), ChallengeName: 'DEVICE_PASSWORD_VERIFIER' },
  ],
  ['GetTokensFromRefreshToken', 'tokens', body(tokens())],
  ['AssociateSoftwareToken', 'a secret', { SecretCode: secret, Session: session }],
  [
    'AssociateSoftwareToken',
    'a padded secret in small letters',
    { SecretCode: 'abcdefghijklmnop==', Session: session },
  ],
  ['VerifySoftwareToken', 'a success', { Status: 'SUCCESS', Session: session }],
  ['VerifySoftwareToken', 'an error, without a session', { Status: 'ERROR' }],
  ['ForgotPassword', 'where the code went', { CodeDeliveryDetails: {} }],
  ['ResendConfirmationCode', 'where the code went', { CodeDeliveryDetails: { DeliveryMedium: 'SMS' } }],
  ['StartWebAuthnRegistration', 'options', { CredentialCreationOptions: {} }],
  ['ListWebAuthnCredentials', 'no passkey', { Credentials: [] }],
  ['ConfirmSignUp', 'nothing that is read', {}],
];

const verifier = (changes: object) => body(handshake(changes));
const named = (name: unknown, more: object) => ({ ChallengeName: name, ChallengeParameters: {}, ...more });

/** What a portal, a proxy or a stranger may say instead. */
const strangers: readonly (readonly [operation: string, what: string, body: unknown])[] = [
  ...[null, undefined, 42, 'text', true, [], [{}]].map(
    (value) => ['ConfirmSignUp', `${JSON.stringify(value)}`, value] as const,
  ),
  ['InitiateAuth', 'nothing', {}],
  ['InitiateAuth', 'tokens that are no object', { AuthenticationResult: 'yes' }],
  ['InitiateAuth', 'tokens that are a list', { AuthenticationResult: [] }],
  ['InitiateAuth', 'an access token alone', body(tokens({ IdToken: undefined }))],
  ['InitiateAuth', 'an ID token alone', body(tokens({ AccessToken: undefined }))],
  ['InitiateAuth', 'an empty refresh token', body(tokens({ RefreshToken: '' }))],
  ['InitiateAuth', 'a device that is a text', body(tokens({ NewDeviceMetadata: 'device' }))],
  ['InitiateAuth', 'a device without a group', body(tokens({ NewDeviceMetadata: { DeviceKey: 'k' } }))],
  ['InitiateAuth', 'a device without a key', body(tokens({ NewDeviceMetadata: { DeviceGroupKey: 'g' } }))],
  ...[
    ...['', 'a.b', `${jwt()}.d`, ` ${jwt()}`, `${jwt()} `, `a b.${jwt()}`, 'a.b.c', 'a.AAAA.c', 'a.%%.c'],
    ...[payload({ exp: 1 }), payload({ iat: 1 }), payload({ exp: '1', iat: 1 }), payload({ exp: 1, iat: '1' })],
    ...[payload([]), 'a.bnVsbA.c', 'a.e30.', '.e30.c', 7],
  ].map((token, index) => ['InitiateAuth', `token ${index} that is no JWT`, body(tokens({ IdToken: token }))] as const),
  ['InitiateAuth', 'a challenge without a name', named('', { Session: session })],
  ['InitiateAuth', 'a challenge without a session', named('SMS_MFA', {})],
  ['InitiateAuth', 'a challenge with an empty session', named('SMS_MFA', { Session: '' })],
  ['InitiateAuth', 'parameters in a list', named('SMS_MFA', { Session: session, ChallengeParameters: [] })],
  [
    'InitiateAuth',
    'a parameter of a number',
    named('SMS_MFA', { Session: session, ChallengeParameters: { a: 1, b: '' } }),
  ],
  ['InitiateAuth', 'a choice of nothing', named('SELECT_CHALLENGE', { Session: session })],
  [
    'InitiateAuth',
    'a choice that is no list',
    named('SELECT_CHALLENGE', { Session: session, AvailableChallenges: 'PASSWORD' }),
  ],
  ['InitiateAuth', 'a choice of numbers', body(choice('PASSWORD', 7))],
  ...['SRP_B', 'SALT', 'SECRET_BLOCK', 'USER_ID_FOR_SRP'].map(
    (name) => ['InitiateAuth', `a handshake without ${name}`, verifier({ [name]: undefined })] as const,
  ),
  ...['g', 'a g', 'xa', 'ax'].flatMap((text) => [
    ['InitiateAuth', `SRP_B ${text}`, verifier({ SRP_B: text })] as const,
    ['InitiateAuth', `SALT ${text}`, verifier({ SALT: text })] as const,
  ]),
  ...['', '=', 'a===', 'a=b', '<a', 'a>'].map(
    (text) => ['InitiateAuth', `SECRET_BLOCK ${text}`, verifier({ SECRET_BLOCK: text })] as const,
  ),
  ['GetTokensFromRefreshToken', 'a challenge', body(challenge('SMS_MFA'))],
  ...[secret.slice(1), `${secret}1`, `1${secret}`, `${secret}=A`, '', undefined].map(
    (SecretCode) => ['AssociateSoftwareToken', `the secret ${SecretCode}`, { SecretCode, Session: session }] as const,
  ),
  ['AssociateSoftwareToken', 'a secret without a session', { SecretCode: secret }],
  ['VerifySoftwareToken', 'a success without a session', { Status: 'SUCCESS' }],
  ['VerifySoftwareToken', 'another status', { Status: 'PENDING', Session: session }],
  ['ForgotPassword', 'nothing', {}],
  ['ResendConfirmationCode', 'nothing', {}],
  ['StartWebAuthnRegistration', 'nothing', {}],
  ['ListWebAuthnCredentials', 'passkeys that are no list', { Credentials: {} }],
];

describe('the answer', () => {
  for (const [operation, what, given] of answers)
    it(`to ${operation} may be ${what}`, () => expect(isAnswer(operation, given)).to.equal(true));

  for (const [operation, what, given] of strangers)
    it(`to ${operation} is not ${what}`, () => expect(isAnswer(operation, given)).to.equal(false));
});

describe('of what JSON can hold', () => {
  it('an object is neither null nor a list', () => {
    expect([{}, null, [], 'text', undefined].map(isObject)).to.deep.equal([true, false, false, false, false]);
  });

  it('a list of texts may be empty', () => {
    const values = [[], ['a'], ['a', 1], [null], 'a', {}, null];
    expect(values.map(isListOfTexts)).to.deep.equal([true, true, false, false, false, false, false]);
  });
});
