/** Remembered devices over a scripted service. */
import type { CognitoOptions } from '../../src/cognito/config.js';
import { type Reply } from '../support/scripted-service.js';
import { keyPrefix, openScripted, openShelf } from './open-scripted.js';

/** The parameters of the operations on devices. */
export interface DeviceParams {
  readonly AccessToken?: string;
  readonly DeviceKey?: string;
  readonly DeviceName?: string;
  readonly DeviceSecretVerifierConfig?: { readonly Salt: string; readonly PasswordVerifier: string };
}

export const code = { kind: 'code', code: '123456' } as const;

/** What is stored of devices, by the SDK's names. */
export const devices = (content: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(content)
      .filter(([key]) => /(device\w*Key|randomPasswordKey)$/.test(key))
      .map(([key, value]) => [key.slice(keyPrefix.length + 1), value]),
  );

export function open(
  script: readonly Reply[],
  content: Record<string, string> = {},
  options: Partial<CognitoOptions> = {},
) {
  const shelf = openShelf(content);
  return { ...openScripted(script, { storage: shelf.storage, ...options }), content: shelf.content };
}
