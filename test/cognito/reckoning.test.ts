/** A power of a number of 3072 bits is the slowest thing that a sign-in does on its own device: none is computed that nobody reads. */
import { expect } from '@open-wc/testing';
import BigInteger from '../../src/cognito/sdk/big-integer.js';
import { challenge, choice, handshake, type Reply, tokens } from '../support/scripted-service.js';
import type { CognitoOptions } from '../../src/cognito/config.js';
import { openScripted } from './open-scripted.js';

const { modPow } = BigInteger.prototype;
let powers = 0;

const newDevice = () => tokens({ NewDeviceMetadata: { DeviceKey: 'key-1', DeviceGroupKey: 'group-1' } });

const rows: readonly [name: string, script: Reply[], options: Partial<CognitoOptions>, powers: number][] = [
  ['with a password inside TLS', [tokens()], { authFlow: 'password' }, 0],
  ['with a password inside TLS and a code', [challenge('SMS_MFA')], { authFlow: 'password' }, 0],
  ['with the pool’s own challenges', [challenge('CUSTOM_CHALLENGE')], { authFlow: 'custom' }, 0],
  ['on a new device: what the pool checks it by', [newDevice(), '{}'], { authFlow: 'password' }, 1],
  // A, asked for twice, which is one computation; x's, and S.
  ['by SRP', [handshake(), tokens()], { authFlow: 'srp' }, 4],
  ['by SRP inside a choice', [handshake(), tokens()], { authFlow: 'choice' }, 4],
  ['by a choice that offers no SRP', [choice('PASSWORD'), tokens()], { authFlow: 'choice' }, 2],
];

describe('a sign-in reckons', () => {
  beforeEach(() => {
    powers = 0;
    BigInteger.prototype.modPow = function (...given) {
      powers++;
      modPow.apply(this, given);
    };
  });
  afterEach(() => {
    BigInteger.prototype.modPow = modPow;
  });

  for (const [name, script, options, expected] of rows)
    it(`${expected} times ${name}`, async () => {
      await openScripted(script, options).signIn();
      expect(powers).to.equal(expected);
    });
});
