import type { ConfigHint } from '../flow/error.js';
import type { Factor } from '../flow/outcome.js';
import type { Clock, PasskeyPrompt } from '../flow/ports.js';
import type { StorageChoice } from './storage.js';

export type ClientMetadata = Readonly<Record<string, string>>;

/**
 * How a sign-in begins. `srp`: with a password, which never leaves the device. `password`: with one that travels inside TLS. `custom`: with
 * the user name, then the pool's own challenges. `custom-srp`: with a password by SRP, then those. `choice`: with the user name, then
 * what the pool offers (USER_AUTH).
 */
export type AuthFlow = 'srp' | 'password' | 'custom' | 'custom-srp' | 'choice';

export interface CognitoOptions {
  /** For example `eu-west-1_Ab12Cd34E`. */
  readonly userPoolId: string;
  /** Of an app client without a secret. */
  readonly clientId: string;
  /** The service's address, where it is not the region's own: https, or http on this machine. */
  readonly endpoint?: string | undefined;
  /** `srp` unless told otherwise. */
  readonly authFlow?: AuthFlow | undefined;
  /** `local` unless told otherwise. */
  readonly storage?: StorageChoice | undefined;
  /** With `choice`: what to begin with, where the user has it; the person chooses where this is left out. `passkey` takes `passkeys`. */
  readonly preferredFactor?: Factor | undefined;
  /** Whether this device shall stand for the second factor next time, in a pool that leaves it to the person; `ask` unless told otherwise. */
  readonly rememberDevice?: 'ask' | 'always' | 'never' | undefined;
  /** The browser's passkey prompts, where passkeys are in use and the browser has them. */
  readonly passkeyPrompt?: PasskeyPrompt | null | undefined;
  /** Whether somebody who signed in without a passkey is offered to add one. */
  readonly offerPasskey?: boolean | undefined;
  /** `reauth` confirms the person and leaves the stored session alone; `sign-in` unless told otherwise. */
  readonly mode?: 'sign-in' | 'reauth' | undefined;
  /** `session`: a code step outlives a reload, with its Session in sessionStorage; `off` unless told otherwise. */
  readonly resume?: 'off' | 'session' | undefined;
  /** The app client's AuthSessionValidity, 3 to 15; 3 unless told otherwise. With `resume`: how long a code step can be taken up again. */
  readonly sessionMinutes?: number | undefined;
  /** Handed to the pool's Lambda triggers; the service does not store it. */
  readonly clientMetadata?: ClientMetadata | undefined;
  /** In place of the page's own, for example to add a header or to go through a proxy. */
  readonly fetch?: typeof fetch | undefined;
  readonly clock: Clock;
  /** Tells the developer what the person need not know. */
  readonly warn: (message: string) => void;
}

export type CognitoConfig = {
  readonly [K in keyof CognitoOptions]-?:
    Exclude<CognitoOptions[K], undefined> | (K extends 'preferredFactor' ? null : never);
};

/** An app's environment may lack an id. */
const readId = (id: unknown): string => (typeof id === 'string' ? id : '');

/** Every option with its default. */
export const configFrom = (options: CognitoOptions): CognitoConfig => ({
  ...options,
  userPoolId: readId(options.userPoolId),
  clientId: readId(options.clientId),
  endpoint: options.endpoint ?? regionalEndpoint(readId(options.userPoolId)),
  authFlow: options.authFlow ?? 'srp',
  storage: options.storage ?? 'local',
  preferredFactor: options.preferredFactor ?? null,
  rememberDevice: options.rememberDevice ?? 'ask',
  passkeyPrompt: options.passkeyPrompt ?? null,
  offerPasskey: options.offerPasskey ?? false,
  mode: options.mode ?? 'sign-in',
  resume: options.resume ?? 'off',
  sessionMinutes: options.sessionMinutes ?? 3,
  clientMetadata: options.clientMetadata ?? {},
  // Called with no `this`, which the browser's own would refuse as a method of something else.
  fetch: options.fetch ?? ((...request) => globalThis.fetch(...request)),
});

/** The service model's own pattern and length (`UserPoolIdType`). */
const userPoolId = /^[\w-]+_[0-9a-zA-Z]+$/;
const userPoolIdLength = 55;
/** `ClientIdType`, 1 to 128 characters. */
const clientId = /^[\w+]{1,128}$/;

/** Whether a host name means this machine. */
export const isLocalHost = (hostname: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/** Whether an address leads to this machine. */
export const isLocalAddress = (address: string): boolean => isLocalHost(parseUrl(address)?.hostname ?? '');

/** The first setting with which no sign-in can begin, or null. */
export function findConfigFault(config: CognitoConfig): ConfigHint | null {
  if (!config.userPoolId && !config.clientId) return 'ids';
  if (config.userPoolId.length > userPoolIdLength || !userPoolId.test(config.userPoolId)) return 'user-pool-id';
  if (!clientId.test(config.clientId)) return 'client-id';
  if (!isSafeEndpoint(config.endpoint)) return 'endpoint';
  return ['srp', 'password', 'custom', 'custom-srp', 'choice'].includes(config.authFlow) ? null : 'flow-unsupported';
}

/** `URL.canParse` is of 2023, and this is for old phones too. */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function isSafeEndpoint(endpoint: string): boolean {
  const url = parseUrl(endpoint);
  if (!url || url.username || url.password) return false; // fetch refuses an address with user information
  const { protocol, hostname } = url;
  return protocol === 'https:' || (protocol === 'http:' && isLocalHost(hostname));
}

/** The region is what stands before the pool id's underscore; China's and the European sovereign cloud's have domains of their own. */
function regionalEndpoint(id: string): string {
  const region = id.split('_')[0]!;
  const domain = domains[region.split('-')[0]!] ?? 'amazonaws.com';
  return `https://cognito-idp.${region}.${domain}/`;
}

/** By the first part of a region's name (the SDK's partitions.json, `dnsSuffix`). */
const domains: Readonly<Record<string, string>> = { cn: 'amazonaws.com.cn', eusc: 'amazonaws.eu' };
