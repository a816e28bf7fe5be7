import { AuthenticationDetails } from 'amazon-cognito-identity-js';
import type { Factor } from '../flow/outcome.js';
import type { SignInRequest } from '../flow/ports.js';
import type { Challenge } from './answer.js';
import type { AuthFlow, ClientMetadata, CognitoConfig } from './config.js';
import { factorNames } from './names.js';
import type { PortUser, Reroute } from './port-user.js';
import type { PortCallbacks } from './sdk-internals.js';
import type { Choice, Trail } from './trail.js';

/** How a sign-in begins, and what it answers by itself on the way. */
export interface Beginning {
  /** The service's AuthFlow. */
  readonly flow: 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH' | 'CUSTOM_AUTH' | 'USER_AUTH';
  /** Null where the user name alone begins. */
  readonly password: string | null;
  /** With USER_AUTH: what to begin with; null leaves it to the person. */
  readonly first: Factor | null;
  /** What was chosen on the way before. */
  readonly choices: readonly Choice[];
  /** What a choice of first factors shows first. */
  readonly preferred: Factor | null;
}

const flows: Readonly<Record<AuthFlow, Beginning['flow']>> = {
  srp: 'USER_SRP_AUTH',
  password: 'USER_PASSWORD_AUTH',
  custom: 'CUSTOM_AUTH',
  'custom-srp': 'CUSTOM_AUTH',
  choice: 'USER_AUTH',
};

/** @param before the way of the last attempt of this user, which `to: 'code'` goes again */
export function planSignIn(request: SignInRequest, before: Trail | null, config: CognitoConfig): Beginning {
  const { authFlow, passkeyPrompt, preferredFactor } = config;
  const again = request.to === 'code' ? before : null;
  const wanted = again ? again.first : firstFactor(request, config);
  const first = wanted === 'passkey' && !passkeyPrompt ? null : wanted;
  const flow = flowFor(request, first, authFlow);
  return {
    flow,
    password: flow === 'CUSTOM_AUTH' && authFlow === 'custom' ? null : request.password,
    first,
    choices: again?.choices ?? [],
    preferred: request.to === 'choice' ? null : preferredFactor,
  };
}

function firstFactor({ factor, to, password }: SignInRequest, config: CognitoConfig): Factor | null {
  if (to === 'choice') return null;
  if (factor || config.authFlow !== 'choice') return factor ?? null;
  return password === null ? config.preferredFactor : 'password';
}

/** Only USER_AUTH begins with anything but a password, or with nothing where the flow is about one. */
function flowFor({ password }: SignInRequest, first: Factor | null, authFlow: AuthFlow): Beginning['flow'] {
  if (first && first !== 'password') return 'USER_AUTH';
  return password === null && authFlow !== 'custom' ? 'USER_AUTH' : flows[authFlow];
}

/** The trail before the first step. */
export const trailFrom = (
  username: string,
  { flow, first, password }: Beginning,
  { authFlow }: CognitoConfig,
  before: Trail | null,
): Trail => ({
  username,
  passwordFirst: flow !== 'USER_AUTH' && password !== null,
  first: flow === 'USER_AUTH' && (first !== 'password' || password !== null) ? first : null,
  // Where the page begins with a password, the way to something else is its first step.
  alone: authFlow !== 'choice' || (before?.alone ?? false),
  choices: [],
  once: false,
  byPasskey: false,
});

/** Sends the first request. */
export function begin(
  user: PortUser,
  { flow, password, first }: Beginning,
  metadata: ClientMetadata,
  callbacks: PortCallbacks,
): void {
  const choosing = flow === 'USER_AUTH';
  if (password === null || (choosing && first !== 'password')) {
    const preferred = first && first !== 'password'; // which makes it USER_AUTH
    return user.initiate(flow, preferred ? { PREFERRED_CHALLENGE: factorNames[first] } : {}, metadata, callbacks);
  }
  // By itself the SDK would compute SRP's A for it, too, which nobody reads.
  if (flow === 'USER_PASSWORD_AUTH') return user.initiate(flow, { PASSWORD: password }, metadata, callbacks);
  if (choosing) return prove(user, password, metadata, callbacks, choosePassword);
  user.setAuthenticationFlowType(flow);
  return user.authenticateUser(detailsOf(user, password, metadata), callbacks);
}

const choosePassword: Reroute = (operation, params) => {
  const AuthParameters = { ...params.AuthParameters, PREFERRED_CHALLENGE: factorNames.password };
  return [operation, { ...params, AuthFlow: 'USER_AUTH', AuthParameters }];
};

/** The SDK's SRP inside another flow: it computes, and what it sends first is sent as that flow has it. */
function prove(
  user: PortUser,
  password: string,
  metadata: ClientMetadata,
  callbacks: PortCallbacks,
  reroute: Reroute,
): void {
  user.setAuthenticationFlowType('USER_SRP_AUTH');
  user.authenticateUser(detailsOf(user, password, metadata), callbacks, reroute);
}

const detailsOf = (user: PortUser, Password: string, metadata: ClientMetadata): AuthenticationDetails =>
  new AuthenticationDetails({ Username: user.getUsername(), Password, ClientMetadata: { ...metadata } });

/** Whether the password is proved by SRP and stays here, which is preferred; otherwise it travels inside TLS. */
export const takesProof = ({ name, available }: Challenge): boolean =>
  name === 'PASSWORD_SRP' || (name === 'SELECT_CHALLENGE' && available.includes('PASSWORD_SRP'));

/** Answers a question of choice-based sign-in with the password. */
export function givePassword(
  user: PortUser,
  challenge: Challenge,
  password: string,
  metadata: ClientMetadata,
  callbacks: PortCallbacks,
): void {
  const srp = takesProof(challenge);
  const choice = challenge.name === 'SELECT_CHALLENGE' ? { ANSWER: srp ? 'PASSWORD_SRP' : 'PASSWORD' } : {};
  if (!srp) return user.answer(challenge, { ...choice, PASSWORD: password }, metadata, callbacks);
  return prove(user, password, metadata, callbacks, (_, { AuthParameters: { SRP_A = '' } = {} }) => [
    'RespondToAuthChallenge',
    user.answerTo(challenge, { ...choice, SRP_A }, metadata),
  ]);
}
