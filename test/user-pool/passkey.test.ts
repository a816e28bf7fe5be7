/** Passkeys, with Chromium's virtual authenticator; other browsers have none, and these tests do not run there. */
import { expect } from '@open-wc/testing';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { isoBase64URL } from '@simplewebauthn/server/helpers';
import { createPoolHost } from '../../demo/user-pool/pool-host.js';
import type { PoolSettings } from '../../demo/user-pool/settings.js';
import { addAuthenticator, removeAuthenticator, setUserVerified } from '../support/authenticator.js';
import { bob, openPool, password, type TestPool } from '../support/pool.js';
import { type Answer, amzJson, answerTo, call, errorOf, initiate, signIn, target, tokensOf } from './call.js';

const settings: Partial<PoolSettings> = {
  explicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH'],
  signInFactors: ['PASSWORD', 'WEB_AUTHN'],
};
const users = [bob, { username: 'pat', password, mfa: 'email' as const, email: 'pat@example.com' }];
const open = (more: Partial<PoolSettings> = {}) => openPool({ settings: { ...settings, ...more }, users });

const enter = async (pool: TestPool) => tokensOf(await signIn(pool, 'bob')).AccessToken;
const start = (pool: TestPool, AccessToken: string) => call(pool, 'StartWebAuthnRegistration', { AccessToken });
const complete = (pool: TestPool, AccessToken: string, Credential: unknown) =>
  call(pool, 'CompleteWebAuthnRegistration', { AccessToken, Credential });

/** Has the browser make a passkey as the pool asks. */
async function create({ body }: Answer): Promise<unknown> {
  const { CredentialCreationOptions: options } = body as { CredentialCreationOptions?: unknown };
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON);
  const credential = await navigator.credentials.create({ publicKey });
  return (credential as PublicKeyCredential).toJSON();
}

/** The same passkey, as if it were for another relying party: the first byte of the id's hash is changed. */
async function forAnother(credential: unknown) {
  const { response, ...rest } = credential as RegistrationResponseJSON;
  const object = isoBase64URL.toBuffer(response.attestationObject);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode('localhost')));
  const at = object.findIndex((_, start) => hash.every((byte, index) => object[start + index] === byte));
  object[at] = (object[at] ?? 0) ^ 1;
  return { ...rest, response: { ...response, attestationObject: isoBase64URL.fromBuffer(object) } };
}

/** Has the browser use the passkey that the challenge asks for. */
async function use({ body }: Answer): Promise<string> {
  const options = JSON.parse(body.ChallengeParameters?.['CREDENTIAL_REQUEST_OPTIONS'] ?? '');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await navigator.credentials.get({ publicKey });
  return JSON.stringify((credential as PublicKeyCredential).toJSON());
}

async function register(pool: TestPool): Promise<string> {
  const token = await enter(pool);
  const answer = await complete(pool, token, await create(await start(pool, token)));
  expect(errorOf(answer)).to.equal(undefined);
  return token;
}

const begin = (pool: TestPool, more = {}) => initiate(pool, 'USER_AUTH', { USERNAME: 'bob', ...more });
const ask = (pool: TestPool) => begin(pool, { PREFERRED_CHALLENGE: 'WEB_AUTHN' });
const nameOf = (answer: Answer) => answer.body.__type;

describe('a pool without passkeys', () => {
  it('says why', async () => {
    const names = [];
    const missing = { webAuthn: { relyingPartyId: '', userVerification: 'preferred' as const } };
    for (const pool of [await open({ signInFactors: ['PASSWORD'] }), await open(missing)]) {
      names.push(nameOf(await start(pool, await enter(pool))));
    }
    expect(names).to.deep.equal(['WebAuthnNotEnabledException', 'WebAuthnConfigurationMissingException']);
  });

  it('offers none to a user who has none', async () => {
    expect((await ask(await open())).body.AvailableChallenges).to.deep.equal(['PASSWORD_SRP', 'PASSWORD']);
  });
});

const withAuthenticator = (await addAuthenticator()) ? describe : () => undefined;

withAuthenticator('a passkey', () => {
  beforeEach(() => addAuthenticator());
  after(removeAuthenticator);

  it('is registered, signs in without a second factor, is listed, and is no more once deleted', async () => {
    const pool = await open();
    const AccessToken = await register(pool);
    expect((await begin(pool)).body.AvailableChallenges).to.include('WEB_AUTHN');
    const asked = await ask(pool);
    expect(asked.body.ChallengeName).to.equal('WEB_AUTHN');
    const done = await answerTo(pool, 'bob', asked, { CREDENTIAL: await use(asked) });
    expect(tokensOf(done).AccessToken).to.be.a('string');

    const list = async () => {
      const { body } = await call(pool, 'ListWebAuthnCredentials', { AccessToken });
      return (body as { Credentials?: { CredentialId: string }[] }).Credentials ?? [];
    };
    const [kept] = await list();
    expect(kept).to.include({ RelyingPartyId: 'localhost', AuthenticatorAttachment: 'platform' });
    const CredentialId = kept?.CredentialId;
    expect(errorOf(await call(pool, 'DeleteWebAuthnCredential', { AccessToken, CredentialId }))).to.equal(undefined);
    expect(await list()).to.deep.equal([]);
    expect((await ask(pool)).body.ChallengeName).to.equal('SELECT_CHALLENGE');
  });

  it('is not taken for another challenge, another pool or twice', async () => {
    const pool = await open();
    await register(pool);
    const [asked, other] = [await ask(pool), await ask(pool)];
    const CREDENTIAL = await use(asked);
    const refused = 'NotAuthorizedException: Invalid passkey credential.';
    expect(errorOf(await answerTo(pool, 'bob', other, { CREDENTIAL }))).to.equal(refused);
    expect(errorOf(await answerTo(pool, 'bob', await ask(pool), { CREDENTIAL: '{}' }))).to.equal(refused);
    expect(errorOf(await answerTo(pool, 'bob', asked, { CREDENTIAL }))).to.equal(undefined);
    expect(errorOf(await answerTo(pool, 'bob', asked, { CREDENTIAL }))).to.match(/can only be used once/);
  });

  it('may be used after a prompt that was cancelled: the session waits', async () => {
    const pool = await open();
    await register(pool);
    const asked = await ask(pool);
    await setUserVerified(false);
    const cancelled = await use(asked).catch((error: DOMException) => error.name);
    expect(cancelled).to.equal('NotAllowedError');
    await setUserVerified(true);
    expect(errorOf(await answerTo(pool, 'bob', asked, { CREDENTIAL: await use(asked) }))).to.equal(undefined);
  });

  it('is not taken without the authenticator’s own check where the pool requires it', async () => {
    await addAuthenticator({ hasUserVerification: false, isUserVerified: false });
    await register(await open());
    const strict = await open({ webAuthn: { relyingPartyId: 'localhost', userVerification: 'required' } });
    const token = await enter(strict);
    const { body, ...answer } = await start(strict, token);
    const lax = JSON.parse(JSON.stringify(body).replaceAll('"required"', '"discouraged"'));
    lax.CredentialCreationOptions.authenticatorSelection.residentKey = 'required';
    const credential = await create({ ...answer, body: lax });
    expect(nameOf(await complete(strict, token, credential))).to.equal('WebAuthnCredentialNotSupportedException');
  });

  it('is registered for its own challenge, relying party and page only, and before that expires', async () => {
    const pool = await open();
    const token = await enter(pool);
    const credential = await create(await start(pool, token));
    const names = [];
    names.push(nameOf(await complete(pool, token, {})));
    names.push(nameOf(await complete(pool, token, credential)));
    await start(pool, token);
    names.push(nameOf(await complete(pool, token, credential)));
    const late = await create(await start(pool, token));
    await pool.advance(5 * 60_000);
    names.push(nameOf(await complete(pool, token, late)));
    names.push(nameOf(await complete(pool, token, await forAnother(await create(await start(pool, token))))));
    const elsewhere = await open({ webAuthn: { relyingPartyId: 'example.com', userVerification: 'preferred' } });
    const other = await enter(elsewhere);
    const { body, ...answer } = await start(elsewhere, other);
    const local = JSON.parse(JSON.stringify(body).replaceAll('"example.com"', '"localhost"'));
    names.push(nameOf(await complete(elsewhere, other, await create({ ...answer, body: local }))));
    expect(names).to.deep.equal([
      'WebAuthnCredentialNotSupportedException',
      'WebAuthnChallengeNotFoundException',
      'WebAuthnChallengeNotFoundException',
      'WebAuthnChallengeNotFoundException',
      'WebAuthnRelyingPartyMismatchException',
      'WebAuthnOriginNotAllowedException',
    ]);
  });
});

withAuthenticator('a passkey of a pool in the page', () => {
  after(removeAuthenticator);

  it('is registered and signs in, with no server, and is sent by the page that made it', async () => {
    await addAuthenticator();
    const host = createPoolHost();
    const served = await host.createPool({ settings, users });
    const endpoint = `http://pools.test${served.path}`;
    // A page's own Request takes no Origin.
    const post = async (operation: string, input: object, origin = location.origin): Promise<Answer> => {
      const headers = new Headers({ ...amzJson, ...target(operation), origin });
      const body = JSON.stringify({ ClientId: served.clientId, ...input });
      const request = new Request(endpoint, { method: 'POST', body });
      const answer = await host.fetch(Object.defineProperty(request, 'headers', { value: headers }));
      return { status: answer.status, headers: answer.headers, body: await answer.json() };
    };
    const entered = await post('InitiateAuth', {
      ...{ AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'bob', PASSWORD: password } },
    });
    const { AccessToken } = tokensOf(entered);
    const finish = async (origin?: string) => {
      const Credential = await create(await post('StartWebAuthnRegistration', { AccessToken }));
      return nameOf(await post('CompleteWebAuthnRegistration', { AccessToken, Credential }, origin));
    };
    expect(await finish('http://localhost:1')).to.equal('WebAuthnOriginNotAllowedException');
    expect(await finish()).to.equal(undefined);
    const AuthParameters = { USERNAME: 'bob', PREFERRED_CHALLENGE: 'WEB_AUTHN' };
    const asked = await post('InitiateAuth', { AuthFlow: 'USER_AUTH', AuthParameters });
    const done = await post('RespondToAuthChallenge', {
      ...{ ChallengeName: 'WEB_AUTHN', Session: asked.body.Session },
      ChallengeResponses: { USERNAME: 'bob', CREDENTIAL: await use(asked) },
    });
    expect(tokensOf(done).AccessToken).to.be.a('string');
  });
});
