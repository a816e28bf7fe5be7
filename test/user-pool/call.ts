/** The wire by hand: requests as a client makes them, answers as they came. */
import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { password, type TestPool } from '../support/pool.js';

export interface Answer {
  status: number;
  headers: Headers;
  // Error and outcome in one: a test looks at what it expects.
  body: RespondToAuthChallengeResponse & { __type?: string; message?: string };
}

export const amzJson = { 'content-type': 'application/x-amz-json-1.1' };
export const target = (operation: string) => ({ 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` });

export async function post(endpoint: string, headers: Record<string, string>, body: BodyInit): Promise<Answer> {
  const response = await fetch(endpoint, { method: 'POST', headers, body });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

export const call = (pool: TestPool, operation: string, input: object): Promise<Answer> =>
  post(pool.endpoint, { ...amzJson, ...target(operation) }, JSON.stringify({ ClientId: pool.clientId, ...input }));

export const initiate = (pool: TestPool, AuthFlow: string, AuthParameters: Record<string, string>) =>
  call(pool, 'InitiateAuth', { AuthFlow, AuthParameters });

/** The first step by USER_PASSWORD_AUTH. */
export const signIn = (pool: TestPool, USERNAME: string, PASSWORD = password) =>
  initiate(pool, 'USER_PASSWORD_AUTH', { USERNAME, PASSWORD });

export const respond = (
  pool: TestPool,
  ChallengeName: string,
  Session: string | undefined,
  ChallengeResponses: Record<string, string>,
) => call(pool, 'RespondToAuthChallenge', { ChallengeName, Session, ChallengeResponses });

/** Answers the challenge that an answer of the pool sets, in the name of the user it was set for. */
export const answerTo = (pool: TestPool, USERNAME: string, { body }: Answer, answers: Record<string, string>) =>
  respond(pool, String(body.ChallengeName), body.Session, { USERNAME, ...answers });

/** A list or an object that a challenge parameter holds as JSON text. */
export const listed = ({ body }: Answer, name: string): unknown =>
  JSON.parse(body.ChallengeParameters?.[name] ?? 'null');

export const sendSmsCode = (pool: TestPool, Session: string | undefined, code: string, USERNAME = 'ann') =>
  respond(pool, 'SMS_MFA', Session, { USERNAME, SMS_MFA_CODE: code });

export const sendTotp = (pool: TestPool, Session: string | undefined, code: string) =>
  respond(pool, 'SOFTWARE_TOKEN_MFA', Session, { USERNAME: 'tom', SOFTWARE_TOKEN_MFA_CODE: code });

/** An error as one line, `Name: message`; undefined for a success. */
export const errorOf = ({ body }: Answer): string | undefined =>
  body.__type === undefined ? undefined : `${body.__type}: ${body.message}`;

/** The tokens of a sign-in that is expected to succeed. */
export function tokensOf({ body }: Answer) {
  const { AccessToken, IdToken, RefreshToken } = body.AuthenticationResult ?? {};
  if (!AccessToken || !IdToken) throw new Error(`No tokens in ${JSON.stringify(body)}`);
  return { AccessToken, IdToken, RefreshToken: RefreshToken ?? '' };
}

export const sentences = {
  incorrect: 'NotAuthorizedException: Incorrect username or password.',
  exceeded: 'NotAuthorizedException: Password attempts exceeded',
  wrongCode: 'CodeMismatchException: Invalid code or auth state for the user.',
  wrongTotp: 'CodeMismatchException: Invalid code received for user',
  reusedTotp: 'ExpiredCodeException: Your software token has already been used once.',
  spent: 'NotAuthorizedException: Invalid session for the user, session can only be used once.',
  expired: 'NotAuthorizedException: Invalid session for the user, session is expired.',
  invalidSession: 'NotAuthorizedException: Invalid session for the user.',
};
