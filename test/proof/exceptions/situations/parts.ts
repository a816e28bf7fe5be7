/** What a person does, and what the service answers, on the way to a request that is refused. */
import type { CognitoOptions } from '../../../../src/cognito/config.js';
import type { OpenLogin } from '../../../controller/open-login.js';
import { challenge, refusal, tokens } from '../../../support/scripted-service.js';

const username = 'ann';
const password = 'Blue-Lagoon-7';
const code = '123456';

export const acts = {
  credentials: { type: 'submit-credentials', username, password },
  name: { type: 'submit-username', username },
  passkey: { type: 'use-passkey', username },
  password: { type: 'submit-password', password },
  code: { type: 'submit-code', code },
  newCode: { type: 'request-code' },
  anotherMethod: { type: 'use-another-method' },
  app: { type: 'choose-set-up', factor: 'totp' },
  restart: { type: 'restart' },
  forgotPassword: { type: 'forgot-password', username },
  askForReset: { type: 'request-reset', username },
  reset: { type: 'submit-reset', code, password },
  accept: { type: 'answer-offer', accepted: true },
} as const;

/** After a code was sent, until "Send a new code" can be pressed. */
export const rest = ({ clock }: OpenLogin): Promise<void> => Promise.resolve(clock.advance(30_000));

/** What an earlier visit, or another tab, left is looked for. */
export const restore = ({ controller }: OpenLogin): Promise<void> => controller.restore();

export const sms = (): string => challenge('SMS_MFA', { CODE_DELIVERY_DESTINATION: '+********0114' });
export const setUp = (...names: string[]): string => challenge('MFA_SETUP', { MFAS_CAN_SETUP: JSON.stringify(names) });
export const secret = JSON.stringify({ SecretCode: 'JBSWY3DPEHPK3PXP', Session: 'S'.repeat(40) });
export const verified = JSON.stringify({ Status: 'SUCCESS', Session: 'S'.repeat(40) });
export const delivered = JSON.stringify({ CodeDeliveryDetails: { DeliveryMedium: 'EMAIL', Destination: 'a***@e***' } });
export const unconfirmed = (): Response => refusal('UserNotConfirmedException', 'User is not confirmed.');
export const newDevice = (): string => tokens({ NewDeviceMetadata: { DeviceKey: 'key-1', DeviceGroupKey: 'group-1' } });

/** A browser whose prompts are answered at once. */
export const passkeys: Partial<CognitoOptions> = {
  passkeyPrompt: {
    canAutofill: () => Promise.resolve(false),
    get: () => Promise.resolve('{"id":"key"}'),
    create: () => Promise.resolve({ id: 'key' }),
  },
};
