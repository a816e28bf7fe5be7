/**
 * Signs in by amazon-cognito-identity-js, first to the local pool, then to a real one where the environment names it. What holds
 * for both is written once: a pool that differs from the service shows here.
 *
 * Run: npx tsx test/user-pool/scenario.ts
 *
 * COGNITO_USER_POOL_ID, COGNITO_CLIENT_ID   the pool; its client must allow USER_SRP_AUTH and have no secret
 * COGNITO_USERNAME, COGNITO_PASSWORD        a user of it; one wrong password and one wrong code are tried on the way
 * COGNITO_TOTP_SECRET                       base32, where the user has an authenticator app
 *
 * A code that is sent to the user is asked for where the script runs at a terminal; elsewhere the sign-in ends at the challenge.
 */
import assert from 'node:assert/strict';
import { createInterface } from 'node:readline/promises';
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type IAuthenticationCallback,
} from 'amazon-cognito-identity-js';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { listen } from '../../demo/user-pool/mounts/node.js';
import { createPoolHost } from '../../demo/user-pool/pool-host.js';
import { currentCode } from '../../demo/user-pool/totp.js';
import { ann, bob, openPool, otherCode, password, tom, wrongPassword } from '../support/pool.js';

interface Target {
  name: string;
  userPoolId: string;
  clientId: string;
  endpoint?: string;
  username: string;
  password: string;
  /** The code the user would type now; undefined where nobody can tell. */
  code(challenge: string): Promise<string | undefined>;
}

type Step = { challenge: string } | { accessToken: string };

const settled = (start: (callbacks: IAuthenticationCallback) => void): Promise<Step> =>
  new Promise((resolve, reject) => {
    const ask = (challenge: string) => resolve({ challenge });
    start({
      onSuccess: (session) => resolve({ accessToken: session.getAccessToken().getJwtToken() }),
      onFailure: reject,
      mfaRequired: ask,
      totpRequired: ask,
    });
  });

const refusal = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'no refusal',
    (error: Error) => `${error.name}: ${error.message}`,
  );

function openUser({ userPoolId, clientId, endpoint }: Target, Username: string): CognitoUser {
  const Pool = new CognitoUserPool({ UserPoolId: userPoolId, ClientId: clientId, ...(endpoint ? { endpoint } : {}) });
  return new CognitoUser({ Username, Pool });
}

const enter = (user: CognitoUser, Password: string) =>
  settled((callbacks) =>
    user.authenticateUser(new AuthenticationDetails({ Username: user.getUsername(), Password }), callbacks),
  );

const say = (target: Target, line: string) => console.log(`${target.name}, ${target.username}: ${line}`);

async function refuseWrongPassword(target: Target): Promise<void> {
  const expected = 'NotAuthorizedException: Incorrect username or password.';
  assert.equal(await refusal(enter(openUser(target, target.username), wrongPassword)), expected);
  say(target, 'a wrong password is refused');
}

async function answerChallenge(target: Target, user: CognitoUser, challenge: string): Promise<Step | undefined> {
  const code = await target.code(challenge);
  if (!code) return undefined;
  const send = (text: string) => settled((callbacks) => user.sendMFACode(text, callbacks, challenge));
  assert.match(await refusal(send(otherCode(code))), /^CodeMismatchException: /);
  say(target, `${challenge}: a wrong code is refused`);
  const step = await send(code);
  say(target, `${challenge}: the session took the right code after the wrong one`);
  assert.match(await refusal(send(code)), /^(NotAuthorized|ExpiredCode)Exception: /);
  say(target, `${challenge}: the session does not serve twice`);
  return step;
}

async function verifyToken(target: Target, accessToken: string): Promise<void> {
  const { iss = '' } = decodeJwt(accessToken);
  assert.ok(iss.endsWith(`/${target.userPoolId}`), `issuer ${iss}`);
  const keys = createRemoteJWKSet(new URL(`${iss}/.well-known/jwks.json`));
  const { payload } = await jwtVerify(accessToken, keys, { issuer: iss, algorithms: ['RS256'] });
  assert.equal(payload['client_id'], target.clientId);
  say(target, 'signed in, and the token verifies against the JWKS');
}

async function play(target: Target): Promise<void> {
  await refuseWrongPassword(target);
  const user = openUser(target, target.username);
  const first = await enter(user, target.password);
  const last = 'challenge' in first ? await answerChallenge(target, user, first.challenge) : first;
  if (last && 'accessToken' in last) await verifyToken(target, last.accessToken);
  else say(target, `ends at ${JSON.stringify(last ?? first)}: nobody is here to give a code`);
}

async function playLocally(): Promise<void> {
  const server = await listen(createPoolHost());
  try {
    const pool = await openPool({ users: [ann, tom, bob] }, server.url);
    const code = (challenge: string) => (challenge === 'SMS_MFA' ? pool.lastCode() : pool.authenticatorCode('tom'));
    for (const { username } of [bob, ann, tom]) {
      await play({ ...pool, name: 'local pool', username, password, code });
    }
  } finally {
    await server.close();
  }
}

async function askPerson(challenge: string): Promise<string | undefined> {
  const secret = process.env['COGNITO_TOTP_SECRET'];
  if (challenge === 'SOFTWARE_TOKEN_MFA' && secret) return currentCode(secret, Date.now()).code;
  if (!process.stdin.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const code = await terminal.question(`${challenge} code: `);
  terminal.close();
  return code.trim();
}

async function playForReal(): Promise<void> {
  const names = ['COGNITO_USER_POOL_ID', 'COGNITO_CLIENT_ID', 'COGNITO_USERNAME', 'COGNITO_PASSWORD'];
  const [userPoolId, clientId, username, secret] = names.map((name) => process.env[name]);
  if (!userPoolId || !clientId || !username || !secret) {
    console.log(`real pool: skipped, because none is named. Set ${names.join(', ')} to play it there too.`);
    return;
  }
  await play({ name: 'real pool', userPoolId, clientId, username, password: secret, code: askPerson });
}

await playLocally();
await playForReal();
