import { expect, waitUntil } from '@open-wc/testing';
import { explanation } from '../../src/element/advice.js';
import { DeveloperConsole } from '../../src/element/developer-console.js';
import type { LoginError } from '../../src/flow/error.js';
import { challenge, choice, refusal, scriptedService, type Reply } from '../support/scripted-service.js';
import { listenToAccidents, listenToConsole } from '../support/faults.js';
import { visit } from '../support/person.js';
import { ann, openPool } from '../support/pool.js';

let lines: ReturnType<typeof listenToConsole>;
let accidents: readonly string[];

beforeEach(() => {
  lines = listenToConsole();
  accidents = listenToAccidents();
});
afterEach(() => {
  expect(accidents).to.deep.equal([]);
});

async function reads(...told: string[]): Promise<void> {
  await waitUntil(() => lines.length >= told.length, 'nothing on the console', { timeout: 5000 });
  expect(lines.map(({ level, text }) => `${level} ${text.replace('<cognito-mfa-login>: ', '')}`)).to.deep.equal(told);
}

/** A person signs in twice where the service answers so. */
async function signInTwice(reply: Reply, sentence: RegExp): Promise<void> {
  const { fetch } = scriptedService(reply, reply);
  const person = await visit({ set: { fetch, authFlow: 'password' } });
  for (const times of [1, 2]) {
    await person.signIn('ann');
    await person.hears('login-failure', times);
    expect(person.hint('Password')).to.match(sentence);
  }
  expect(await person.messages()).to.equal(0);
}

const unavailable = /^Sign-in is unavailable here\.$/;

describe('the developer reads once, where the person reads a sentence,', () => {
  it('which challenge there is no step for', async () => {
    await signInTwice(challenge('SOMETHING_NEW'), unavailable);
    await reads('error This version has no step for SOMETHING_NEW.');
  });

  it('that passkeys are not in use', async () => {
    await signInTwice(choice('WEB_AUTHN'), unavailable);
    await reads(
      'error The user pool asks for a passkey: it takes passkeys="sign-in" or "offer", and a browser that has them.',
    );
  });

  it('what the user pool refused', async () => {
    await signInTwice(refusal('InvalidUserPoolConfigurationException', 'No role'), unavailable);
    await reads('error The user pool refused: InvalidUserPoolConfigurationException (No role).');
  });

  it('where a region may be wrong that nobody answers for', async () => {
    await signInTwice(new TypeError('Failed to fetch'), /^No connection/);
    await reads(
      'warn No answer came. If the network is there: check the region in user-pool-id, endpoint, and connect-src in the page’s Content-Security-Policy.',
    );
  });

  it('where an address may be wrong at which something else answers', async () => {
    await signInTwice('<!doctype html><title>Shop</title>', /^Something on this network answered/);
    await reads('warn What answered is no user pool: the sign-in page of a network, or endpoint is wrong.');
  });

  it('that the device’s clock is off', async () => {
    const pool = await openPool({ users: [ann] });
    await pool.advance(-12 * 60_000);
    const person = await visit({ pool });
    await person.signIn('ann');
    expect(await person.hears('login-failure')).to.include({ code: 'clock-skew' });
    await reads(
      'warn This device’s clock is 12 minutes off, and the service takes no SRP proof with such a time: set the clock, or use auth-flow="password".',
    );
  });

  it('that session-minutes is more than the pool gives', async () => {
    const pool = await openPool({ users: [ann], settings: { authSessionValidity: 3 } });
    const person = await visit({ pool, set: { authFlow: 'password', sessionMinutes: 5 } });
    await person.signIn('ann');
    await person.sees('Check your phone');
    await pool.advance(4 * 60_000);
    await person.enterSentCode();
    expect(await person.hears('login-failure')).to.include({ code: 'session-expired' });
    await reads(
      'warn The service ended the session before session-minutes="5" were over: it is the app client’s AuthSessionValidity.',
    );
  });

  it('that a file may be gone since a deployment', async () => {
    new DeveloperConsole().explain({ code: 'not-loaded', retryable: true }, 3);
    await reads(
      'warn A chunk of the package could not be loaded: keep the files of a build for as long as pages of it are open.',
    );
  });
});

describe('the developer reads nothing', () => {
  it('of a wrong password', async () => {
    const person = await visit({ pool: await openPool({ users: [ann] }), set: { authFlow: 'password' } });
    await person.signIn('ann', 'Red-Harbour-8');
    await person.hears('login-failure');
    await reads();
  });

  it('of a session that a person let run out', () => {
    const cause = { name: 'NotAuthorizedException', message: 'Invalid session for the user, session is expired.' };
    const error: LoginError = { code: 'session-expired', retryable: false, cause };
    expect(explanation(error, 3)).to.equal(null);
    expect(explanation({ ...error, cause: { ...cause, message: 'Access Token has expired' } }, 5)).to.equal(null);
    expect(explanation({ code: 'session-expired', retryable: false }, 5)).to.equal(null);
  });

  it('of a failure of this side', () => {
    expect(explanation({ code: 'client-error', retryable: true }, 3)).to.equal(null);
  });
});

/** The setting that each of these is about. */
const settings: readonly [exception: string, code: LoginError['code'], setting: RegExp][] = [
  ['InvalidSmsRoleAccessPolicyException', 'delivery-failed', /SmsConfiguration.*sns:Publish/],
  ['InvalidSmsRoleTrustRelationshipException', 'delivery-failed', /SmsConfiguration.*ExternalId/],
  ['InvalidEmailRoleAccessPolicyException', 'delivery-failed', /EmailConfiguration/],
  ['CodeDeliveryFailureException', 'delivery-failed', /SMS sandbox.*spending limit/],
  ['UnexpectedLambdaException', 'service-unavailable', /Lambda trigger.*CloudWatch/],
  ['InvalidLambdaResponseException', 'service-unavailable', /Lambda trigger/],
  ['WebAuthnNotEnabledException', 'config-error', /AllowedFirstAuthFactors/],
  ['WebAuthnConfigurationMissingException', 'config-error', /RelyingPartyId/],
  ['WebAuthnOriginNotAllowedException', 'config-error', /RelyingPartyId/],
  ['WebAuthnRelyingPartyMismatchException', 'config-error', /RelyingPartyId/],
  ['SecurityError', 'passkey-failed', /RelyingPartyId/],
  ['FeatureUnavailableInTierException', 'config-error', /UserPoolTier/],
  [
    'InvalidParameterException',
    'client-error',
    /^The user pool refused: InvalidParameterException \(Something new\)\.$/,
  ],
];

describe('an exception that a setting is behind', () => {
  for (const [name, code, setting] of settings) {
    it(`names it: ${name}`, async () => {
      const error: LoginError = { code, retryable: false, cause: { name, message: 'Something new' } };
      new DeveloperConsole().explain(error, 3);
      await waitUntil(() => lines.length > 0, 'nothing on the console', { timeout: 5000 });
      expect(lines).to.have.length(1);
      expect(lines[0]!.level).to.equal('error');
      expect(lines[0]!.text.replace('<cognito-mfa-login>: ', '')).to.match(setting);
    });
  }

  it('names every flow where the service names none', () => {
    const error = { code: 'config-error', hint: 'flow-disabled', retryable: false } as const;
    const cause = { name: 'NotAuthorizedException', message: 'Auth flow not enabled for this client' };
    for (const flow of ['USER_SRP', 'USER_PASSWORD', 'CUSTOM', 'USER'])
      expect(explanation({ ...error, cause }, 3)).to.contain(`ALLOW_${flow}_AUTH`);
  });
});
