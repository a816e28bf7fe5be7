/** A device by hand: the client's half of what ConfirmDevice and DEVICE_SRP_AUTH ask. */
import { fromBase64, toBase64, toBigInt } from '../../demo/user-pool/bytes.js';
import { makeCredentials, pad, privateKey, signClaim } from '../../demo/user-pool/srp.js';
import { formatTimestamp } from '../../demo/user-pool/timestamp.js';
import type { TestPool } from '../support/pool.js';
import { type Answer, answerTo, call, tokensOf } from './call.js';
import { clientKey, ephemeral, SRP_A } from './srp-client.js';

/** What a client keeps of a device. */
export interface KeptDevice {
  key: string;
  groupKey: string;
  secret: string;
}

/** The keys of a new device, with a secret of the client's own. */
export function newDevice({ body }: Answer): KeptDevice {
  const { DeviceKey, DeviceGroupKey } = body.AuthenticationResult?.NewDeviceMetadata ?? {};
  if (!DeviceKey || !DeviceGroupKey) throw new Error(`No new device in ${JSON.stringify(body)}`);
  return { key: DeviceKey, groupKey: DeviceGroupKey, secret: 'a secret of forty random bytes' };
}

export async function verifierOf({ key, groupKey, secret }: KeptDevice) {
  const salt = toBigInt(crypto.getRandomValues(new Uint8Array(16)));
  const { verifier } = await makeCredentials(groupKey, key, secret, salt);
  return { Salt: toBase64(pad(salt)), PasswordVerifier: toBase64(pad(verifier)) };
}

/** Confirms the new device of a sign-in; the answer is ConfirmDevice's. */
export async function confirmDevice(pool: TestPool, signedIn: Answer) {
  const device = newDevice(signedIn);
  const { AccessToken } = tokensOf(signedIn);
  const confirmed = await call(pool, 'ConfirmDevice', {
    ...{ AccessToken, DeviceKey: device.key, DeviceName: 'a browser' },
    DeviceSecretVerifierConfig: await verifierOf(device),
  });
  return { device, AccessToken, confirmed };
}

/** Answers DEVICE_SRP_AUTH and then DEVICE_PASSWORD_VERIFIER; gives the first refusal, or the tokens. */
export async function proveDevice(pool: TestPool, username: string, asked: Answer, device: KeptDevice) {
  const DEVICE_KEY = device.key;
  const verifier = await answerTo(pool, username, asked, { DEVICE_KEY, SRP_A });
  if (verifier.body.__type) return verifier;
  const { SALT, SRP_B, SECRET_BLOCK = '' } = verifier.body.ChallengeParameters ?? {};
  const owner = { poolName: device.groupKey, userId: device.key };
  const x = await privateKey(owner.poolName, owner.userId, device.secret, BigInt(`0x${SALT}`));
  const key = await clientKey(ephemeral, BigInt(`0x${SRP_B}`), x);
  const TIMESTAMP = formatTimestamp(Date.now());
  const claim = { ...owner, secretBlock: fromBase64(SECRET_BLOCK), timestamp: TIMESTAMP };
  return answerTo(pool, username, verifier, {
    ...{ DEVICE_KEY, TIMESTAMP, PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK },
    PASSWORD_CLAIM_SIGNATURE: toBase64(await signClaim(key, claim)),
  });
}
