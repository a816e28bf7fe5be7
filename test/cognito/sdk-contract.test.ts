import { expect } from '@open-wc/testing';
import { readFile } from '@web/test-runner-commands';
import * as sdk from 'amazon-cognito-identity-js';
import { N } from '../../demo/user-pool/srp.js';
import { memoryStorage, Transaction } from '../../src/cognito/storage.js';
import type { BigInteger, SdkClient } from '../../src/cognito/sdk-internals.js';
import { jwt, type RequestParams } from '../support/scripted-service.js';
import { clientId, keyPrefix, userPoolId } from './open-scripted.js';
import { fromNumber, numbersOf, promised, toNumber } from './sdk-srp.js';

const Numbers = numbersOf(sdk.AuthenticationHelper);

function openUser(answer: object) {
  const Storage = new Transaction(memoryStorage());
  const pool = new sdk.CognitoUserPool({ UserPoolId: userPoolId, ClientId: clientId, Storage });
  const user = new sdk.CognitoUser({ Username: 'ann', Pool: pool, Storage });
  const asked: [operation: string, params: object][] = [];
  const client: SdkClient = {
    request(operation, params, callback) {
      asked.push([operation, params]);
      callback(null, answer);
    },
  };
  user.client = client;
  user.setAuthenticationFlowType('USER_SRP_AUTH');
  // Ours, in port-user.ts, takes its place; the SDK's own is not there.
  user.authenticateUserInternal = function ({ AuthenticationResult }, _helper, { onSuccess }) {
    this.signInUserSession = this.getCognitoUserSession(AuthenticationResult!);
    this.cacheTokens();
    onSuccess(this.signInUserSession);
  };
  return { user, pool, Storage, asked };
}

const details = () =>
  new sdk.AuthenticationDetails({ Username: 'ann', Password: 'secret', ClientMetadata: { a: 'b' } });
const handshake = { SRP_B: 'abc', SALT: '7', SECRET_BLOCK: 'c2VjcmV0', USER_ID_FOR_SRP: 'ann' };
/** Of both requests: the first reads the handshake, the second the tokens. */
const result = () => ({
  AuthenticationResult: { AccessToken: jwt(), IdToken: jwt(), RefreshToken: 'refresh' },
  ChallengeParameters: handshake,
});
const outcomeOf = ({ user }: ReturnType<typeof openUser>) =>
  new Promise<string>((resolve) =>
    user.authenticateUser(details(), {
      onSuccess: () => resolve('success'),
      onFailure: () => resolve('failure'),
      challenge: () => resolve('challenge'),
    }),
  );

describe('the installed SDK', () => {
  it('is exactly the version whose internals are used', async () => {
    const manifest = JSON.parse(
      (await readFile({ path: '../../node_modules/amazon-cognito-identity-js/package.json' })) ?? '',
    );
    expect(manifest.version).to.equal('6.3.21');
    const own = JSON.parse((await readFile({ path: '../../package.json' })) ?? '');
    expect(own.devDependencies['amazon-cognito-identity-js']).to.equal('6.3.21');
  });

  it('exports AuthenticationHelper, whose numbers are one class with a modPow that calls back', async () => {
    const helper = new sdk.AuthenticationHelper('pool');
    expect(helper.smallAValue).to.be.instanceOf(Numbers);
    const [base, exponent, modulus] = [-3n, 5n, N].map((value) => toNumber(Numbers, value));
    const power = await promised<BigInteger>((callback) => base!.modPow(exponent!, modulus!, callback));
    expect(fromNumber(power)).to.equal(N - 243n);
    expect(toNumber(Numbers, -255n).toString(16)).to.equal('-ff');
  });

  it('asks for A in the helper’s constructor and again, with the same three numbers', () => {
    const asked: unknown[][] = [];
    const own = Numbers.prototype.modPow;
    Numbers.prototype.modPow = function (exponent, modulus) {
      asked.push([this, exponent, modulus]);
    };
    try {
      new sdk.AuthenticationHelper('pool').getLargeAValue(() => undefined);
    } finally {
      Numbers.prototype.modPow = own;
    }
    expect(asked).to.have.lengthOf(2);
    expect(asked[0]!.every((number, index) => number === asked[1]![index])).to.equal(true);
  });

  it('sends through the user’s client, and hands the last answer to authenticateUserInternal', async () => {
    const setting = openUser(result());
    const seen: unknown[] = [];
    const internal = setting.user.authenticateUserInternal;
    setting.user.authenticateUserInternal = function (...given) {
      seen.push(given[0]);
      internal.apply(this, given);
    };
    expect(await outcomeOf(setting)).to.equal('success');
    expect(seen).to.have.lengthOf(1);
    expect(setting.asked.map(([operation]) => operation)).to.deep.equal(['InitiateAuth', 'RespondToAuthChallenge']);
    expect(setting.asked[0]![1]).to.deep.include({ AuthFlow: 'USER_SRP_AUTH', ClientMetadata: { a: 'b' } });
  });

  it('caches the tokens in the storage it was given, under the keys an app will look for', async () => {
    const setting = openUser(result());
    await outcomeOf(setting);
    const { user, Storage } = setting;
    expect(Storage.getItem(`${keyPrefix}.LastAuthUser`)).to.equal('ann');
    expect(Storage.getItem(`${keyPrefix}.ann.refreshToken`)).to.equal('refresh');
    expect(user.signInUserSession!.isValid()).to.equal(true);
    expect(user.signInUserSession!.getRefreshToken().getToken()).to.equal('refresh');
    user.clearCachedUser();
    for (const key of ['LastAuthUser', 'ann.idToken', 'ann.accessToken', 'ann.refreshToken', 'ann.clockDrift'])
      expect(Storage.getItem(`${keyPrefix}.${key}`), key).to.equal(null);
  });

  it('asks for a remembered device through the method that we narrow', async () => {
    const setting = openUser(result());
    let asked = 0;
    Object.assign(setting.user, { getCachedDeviceKeyAndPassword: () => (asked += 1) });
    await outcomeOf(setting);
    expect(asked).to.equal(1);
  });

  it('keeps a device in three keys, and proves it with the user’s Session', async () => {
    const { user, Storage, asked } = openUser({ ...result(), Session: 'second' });
    Object.assign(user, { deviceKey: 'key', deviceGroupKey: 'group', randomPassword: 'secret', Session: 'first' });
    user.cacheDeviceKeyAndPassword();
    const stored = ['deviceKey', 'deviceGroupKey', 'randomPasswordKey'].map((name) => `${keyPrefix}.ann.${name}`);
    expect(stored.map((key) => Storage.getItem(key))).to.deep.equal(['key', 'group', 'secret']);
    await new Promise<void>((onSuccess, onFailure) =>
      user.getDeviceResponse({ onSuccess: () => onSuccess(), onFailure }),
    );
    const sent = asked.map(([, params]) => params as RequestParams);
    expect(
      sent.map(({ ChallengeName, Session, ChallengeResponses }) => [
        ...[ChallengeName, Session, ChallengeResponses?.DEVICE_KEY],
      ]),
    ).to.deep.equal([
      ['DEVICE_SRP_AUTH', 'first', 'key'],
      ['DEVICE_PASSWORD_VERIFIER', 'second', 'key'],
    ]);
    user.clearCachedDeviceKeyAndPassword();
    expect(stored.map((key) => Storage.getItem(key))).to.deep.equal([null, null, null]);
  });

  it('makes a device’s secret with a salt and a verifier in whole bytes of hexadecimal', async () => {
    const helper = new sdk.AuthenticationHelper('group');
    await new Promise<void>((resolve) => helper.generateHashDevice('group', 'key', () => resolve()));
    for (const hex of [helper.getSaltDevices(), helper.getVerifierDevices()]) expect(hex).to.match(/^([0-9a-f]{2})+$/);
    expect(helper.getRandomPassword()).to.have.lengthOf.above(50);
  });

  it('has no Session, no session of tokens and the typed name in a new user', () => {
    const { user, pool, Storage } = openUser({});
    expect([user.Session, user.signInUserSession, user.username, user.pool === pool]).to.deep.equal([
      null,
      null,
      'ann',
      true,
    ]);
    expect(user.getUserContextData()).to.equal(undefined);
    expect(user.getCognitoUserSession(result().AuthenticationResult).isValid()).to.equal(true);
    user.signInUserSession = user.getCognitoUserSession(result().AuthenticationResult);
    user.cacheTokens();
    expect(Storage.getItem(`${keyPrefix}.LastAuthUser`)).to.equal('ann');
  });
});
