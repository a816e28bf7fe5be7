/**
 * What port-user.ts, srp.ts and settle.ts use of amazon-cognito-identity-js 6.3.21 beyond its declared types. The version is
 * pinned, and test/cognito/sdk-contract.test.ts holds each line against the real thing.
 */
import type { AuthenticationDetails, CognitoRefreshToken, CognitoUserSession } from 'amazon-cognito-identity-js';
import type { Challenge, ServiceAnswer } from './answer.js';

/** The SDK's big numbers (jsbn). */
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
    storage: Pick<Storage, 'getItem'>;
    keyPrefix: string;
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
  }
}

export type { AuthenticationDetails, CognitoRefreshToken, CognitoUserSession };
