/** The way to each step: what the service answers, and what a person does. */
import { challenge, choice, refusal, tokens, type Reply } from '../../support/scripted-service.js';
import type { Act } from './stage.js';

const secretCode = JSON.stringify({ SecretCode: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', Session: 'S'.repeat(40) });
export const setUp = challenge('MFA_SETUP', { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]' });
export const sms = (destination = '+********4114') => challenge('SMS_MFA', { CODE_DELIVERY_DESTINATION: destination });
const newDevice = tokens({ NewDeviceMetadata: { DeviceKey: 'key-1', DeviceGroupKey: 'group-1' } });
export const newPassword = (names: readonly string[], values: object = {}) =>
  challenge('NEW_PASSWORD_REQUIRED', {
    ...{ userAttributes: JSON.stringify(values), requiredAttributes: JSON.stringify(names) },
  });
const prompt = challenge('WEB_AUTHN', {
  CREDENTIAL_REQUEST_OPTIONS: JSON.stringify({ challenge: 'dGVzdA', rpId: 'localhost' }),
});

export const ann = (username = 'ann@example.org'): Act => ({ type: { username, password: 'Blue-Lagoon-7' } });
export const pressChoice: Act = { press: '.cml-choice' };
export const byName = { authFlow: 'choice' };

interface State {
  readonly script: readonly Reply[];
  readonly set?: object;
  readonly acts?: readonly Act[];
}

/** The way to each step. */
export const states: Readonly<Record<string, State>> = {
  'sign-in': { script: [] },
  'sign-in, by phone': { script: [], set: { loginWith: 'phone' } },
  'sign-in, confirming': { script: [], set: { mode: 'reauth', username: 'ann@example.org' } },
  'choose-factor': { script: [choice('PASSWORD_SRP', 'SMS_OTP', 'EMAIL_OTP')], set: byName },
  password: { script: [choice('PASSWORD_SRP')], set: byName },
  passkey: { script: [prompt], set: { ...byName, passkeys: 'sign-in', preferredFactor: 'passkey' } },
  code: { script: [sms()] },
  'code, refused': {
    script: [sms(), refusal('CodeMismatchException')],
    acts: [ann(), { type: { code: '123456' } }],
  },
  'choose-mfa': { script: [challenge('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: '["SMS_MFA","EMAIL_OTP"]' })] },
  'choose-set-up': { script: [setUp] },
  'set-up-totp': { script: [setUp, secretCode], acts: [ann(), pressChoice] },
  'set-up-email': { script: [challenge('MFA_SETUP', { MFAS_CAN_SETUP: '["EMAIL_OTP"]' })] },
  'new-password': { script: [newPassword(['userAttributes.given_name', 'userAttributes.custom:team'])] },
  'custom-challenge': { script: [challenge('CUSTOM_CHALLENGE', { question: 'Why?' })] },
  'forgot-password': { script: [], acts: [{ press: '.cml-beside button' }] },
  'reset-password': { script: [refusal('PasswordResetRequiredException')] },
  'confirm-sign-up': { script: [refusal('UserNotConfirmedException')] },
  'remember-device': { script: [newDevice, '{"UserConfirmationNecessary":true}'] },
  'add-passkey': { script: [tokens(), '{"Credentials":[]}'], set: { passkeys: 'offer' } },
  'signed-in': { script: [tokens()] },
};

/** What a place needs to be at a step. */
export function at(name: string) {
  const { script, acts } = states[name]!;
  return { script: () => script, ...(acts && { acts: () => acts }) };
}
