/**
 * What port-user.ts, device.ts and settle.ts use of amazon-cognito-identity-js 6.3.21 beyond its declared types. The version is
 * pinned, and test/cognito/sdk-contract.test.ts holds each line against the real thing.
 */
import type { AuthenticationDetails, CognitoRefreshToken, CognitoUserSession } from 'amazon-cognito-identity-js';
import type { Challenge, ServiceAnswer } from './answer.js';
import type { TokenStorage } from './storage.js';

/** The SDK's big numbers: sdk/big-integer.ts. */
export interface BigInteger {
  toString(radix: number): string;
  modPow(exponent: BigInteger, modulus: BigInteger, callback: (error: unknown, result: BigInteger) => void): void;
}

export type SdkCallback = (error: unknown, data?: ServiceAnswer) => void;

/** The place of the SDK's own HTTP client, which our wire takes. */
export interface SdkClient {
  request(operation: string, params: object, callback: SdkCallback): void;
}

/** The callbacks of `authenticateUser`, and one of ours for whatever the service asks next. */
export interface PortCallbacks {
  onSuccess(session: CognitoUserSession): void;
  onFailure(error: unknown): void;
  challenge(challenge: Challenge): void;
}

declare module 'amazon-cognito-identity-js' {
  interface CognitoUser {
    client: SdkClient;
    username: string;
    Session: string | null;
    signInUserSession: CognitoUserSession | null;
    pool: CognitoUserPool;
    storage: TokenStorage;
    keyPrefix: string;
    deviceKey: string | null | undefined;
    deviceGroupKey: string | null | undefined;
    randomPassword: string | null | undefined;
    authenticateUser(details: AuthenticationDetails, callbacks: PortCallbacks): void;
    authenticateUserInternal(
      answer: ServiceAnswer,
      helper: AuthenticationHelper | null,
      callbacks: PortCallbacks,
    ): void;
    getCognitoUserSession(tokens: object): CognitoUserSession;
    getUserContextData(): object | undefined;
    cacheTokens(): void;
    clearCachedUser(): void;
    cacheDeviceKeyAndPassword(): void;
    clearCachedDeviceKeyAndPassword(): void;
    /** Proves the remembered device: DEVICE_SRP_AUTH, then DEVICE_PASSWORD_VERIFIER. */
    getDeviceResponse(callbacks: Pick<PortCallbacks, 'onSuccess' | 'onFailure'>): void;
  }

  interface ICognitoUserSessionData {
    /** How far this device's clock is ahead of the service's, in seconds. */
    ClockDrift?: number;
  }

  interface CognitoUserSession {
    getClockDrift(): number;
  }

  interface AuthenticationDetails {
    getClientMetadata(): Record<string, string>;
  }

  interface CognitoRefreshToken {
    getToken(): string;
  }

  export class AuthenticationHelper {
    constructor(poolName: string);
    smallAValue: BigInteger;
    generateRandomSmallA(): BigInteger;
    getLargeAValue(callback: (error: unknown, value: BigInteger) => void): void;
    getPasswordAuthenticationKey(
      username: string,
      password: string,
      serverB: BigInteger,
      salt: BigInteger,
      callback: (error: unknown, key: Uint8Array) => void,
    ): void;
    /** Makes a password for a device, a salt and their verifier. */
    generateHashDevice(groupKey: string, deviceKey: string, callback: (error: unknown) => void): void;
    getRandomPassword(): string;
    /** Hexadecimal. */
    getSaltDevices(): string;
    /** Hexadecimal. */
    getVerifierDevices(): string;
  }
}

export type { AuthenticationDetails, CognitoRefreshToken, CognitoUserSession };
