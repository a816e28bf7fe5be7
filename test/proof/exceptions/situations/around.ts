/** The ways around a sign-in, and what is asked once somebody is signed in. */
import { always, inAttempt, inRequest, inReset } from '../../../flow/ways.js';
import { storedSession } from '../../../cognito/open-scripted.js';
import { jwt, tokens } from '../../../support/scripted-service.js';
import { acts, delivered, newDevice, passkeys, rest, restore, sms, unconfirmed } from './parts.js';
import { arrives, type Expected, type Refusal, type Situation } from './situation.js';

/** Only an account that exists can wait to be confirmed, or have had a temporary password. */
const discreetly = ({ code }: Refusal): Expected | null =>
  code === 'confirm-required' || code === 'password-expired' ? { step: 'reset-password', code: 'wrong-code' } : null;

const recovery: readonly Situation[] = [
  {
    ...{ operation: 'ForgotPassword', name: 'asked for', step: 'forgot-password', ways: inRequest },
    ...{ refused: { hidden: 'reset-password' }, acts: [acts.forgotPassword, acts.askForReset] },
  },
  {
    ...{ operation: 'ForgotPassword', name: 'for a new code', step: 'reset-password', ways: inReset },
    ...{ refused: { hidden: 'reset-password' }, before: [delivered] },
    acts: [acts.forgotPassword, acts.askForReset, rest, acts.newCode],
  },
  {
    ...{ operation: 'ConfirmForgotPassword', name: 'with code and password', step: 'reset-password', ways: inReset },
    ...{ refused: 'wrong-code', before: [delivered], except: discreetly },
    acts: [acts.forgotPassword, acts.askForReset, acts.reset],
  },
  {
    ...{ operation: 'ResendConfirmationCode', name: 'for a new code', step: 'confirm-sign-up', ways: inReset },
    ...{ refused: { hidden: 'confirm-sign-up' }, before: [unconfirmed()], acts: [acts.credentials, acts.newCode] },
  },
  {
    ...{ operation: 'ConfirmSignUp', name: 'with the code', step: 'confirm-sign-up', ways: inReset },
    ...{ refused: 'wrong-code', before: [unconfirmed()], acts: [acts.credentials, acts.code] },
  },
];

const offering = { authFlow: 'password', offerPasskey: true, ...passkeys } as const;
const none = '{"Credentials":[]}';
const creation = '{"CredentialCreationOptions":{"challenge":"BBBB"}}';

/** Whoever is signed in stays so: of what would end a sign-in they are told that the passkey was not taken. */
const ending = new Set(Object.entries(inAttempt).flatMap(([code, way]) => (way === 'stays' ? [] : [code])));
const addPasskey = {
  step: 'add-passkey',
  refused: 'session-expired',
  options: offering,
  ways: { ...always('stays'), 'session-expired': 'starts over' },
  shownAs: (code: string) => (ending.has(code) ? 'passkey-failed' : null),
} as const;

/** Nobody is kept from being signed in by it. */
const quiet = { refused: 'session-expired', step: 'signed-in', ways: 'signed-in' } as const;
const device = { ...quiet, reckons: true } as const;
const asks = '{"UserConfirmationNecessary":true}';

const offers: readonly Situation[] = [
  {
    ...{ ...addPasskey, operation: 'StartWebAuthnRegistration', name: 'to add a passkey' },
    ...{ before: [tokens(), none], acts: [acts.credentials, acts.accept] },
  },
  {
    ...{ ...addPasskey, operation: 'CompleteWebAuthnRegistration', name: 'with the passkey' },
    ...{ before: [tokens(), none, creation], acts: [acts.credentials, acts.accept] },
  },
  {
    ...{ ...quiet, operation: 'ListWebAuthnCredentials', name: 'before a passkey is offered', options: offering },
    ...{ before: [tokens()], acts: [acts.credentials] },
  },
  {
    ...{ ...device, operation: 'ConfirmDevice', name: 'after the tokens' },
    ...{ before: [newDevice()], acts: [acts.credentials] },
  },
  {
    ...{
      ...device,
      operation: 'UpdateDeviceStatus',
      name: 'as the page wants it',
      options: { rememberDevice: 'always' },
    },
    ...{ before: [newDevice(), asks], acts: [acts.credentials] },
  },
  {
    ...{ ...device, operation: 'UpdateDeviceStatus', name: 'as the person wants it', step: 'remember-device' },
    ...{ before: [newDevice(), asks], acts: [acts.credentials, acts.accept] },
    except: ({ code }) =>
      code === 'refused' || code === 'session-expired' ? { step: 'sign-in', code: 'session-expired' } : null,
  },
  {
    ...{ ...device, operation: 'ForgetDevice', name: 'as the person wants it' },
    before: [newDevice(), '{}'],
    acts: [acts.credentials, ({ controller }) => controller.forgetDevice()],
  },
];

/** Run out as soon as they come. */
const aged = { AccessToken: jwt({ until: 0 }), IdToken: jwt({ until: 0 }) };

const sessions: readonly Situation[] = [
  {
    ...{ ...quiet, operation: 'GetTokensFromRefreshToken', name: 'for an earlier visit’s session', ways: 'sign-in' },
    stored: storedSession('ann', { idToken: aged.IdToken, accessToken: aged.AccessToken }),
    acts: [restore],
  },
  {
    ...{ ...quiet, operation: 'GetTokensFromRefreshToken', name: 'for whoever is signed in' },
    ...{ before: [tokens(aged)], acts: [acts.credentials, restore] },
    // Only these say that the session is over for good.
    except: ({ exception }) =>
      /^(NotAuthorized|RefreshTokenReuse|UserNotFound)/.test(exception) ? arrives('sign-in') : null,
  },
  {
    ...{ ...quiet, operation: 'RevokeToken', name: 'to sign out here', ways: 'sign-in' },
    ...{ before: [tokens()], acts: [acts.credentials, { type: 'sign-out', global: false }] },
  },
  {
    ...{ ...quiet, operation: 'GlobalSignOut', name: 'to sign out everywhere', ways: 'sign-in' },
    ...{ before: [tokens()], acts: [acts.credentials, { type: 'sign-out', global: true }], after: [sms()] },
  },
];

export const around: readonly Situation[] = [...recovery, ...offers, ...sessions];
