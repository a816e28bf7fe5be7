/**
 * `npm run bench`: the client's half of one SRP sign-in, on the SDK's own big numbers and on ours, by turns in one run. Times
 * depend on the machine; the ratio is what counts.
 */
import { N } from '../../demo/user-pool/srp.js';
import type { BigInteger } from '../../src/cognito/sdk-internals.js';
import { installNativeModPow } from '../../src/cognito/srp.js';
import { Numbers, proofKey, sdkModPow, withModPow } from '../cognito/sdk-srp.js';

const rounds = 9;
const budget = 0.25;

const random = (bytes: number): bigint =>
  BigInt(`0x${Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('hex')}`);

async function measure(modPow: BigInteger['modPow']): Promise<number> {
  const numbers = { a: random(128), B: random(384) % N, salt: random(16) };
  return withModPow(modPow, async () => {
    const began = performance.now();
    await proofKey({ poolName: 'Ab12Cd34E', username: 'ann', password: 'secret', ...numbers });
    return performance.now() - began;
  });
}

const median = (times: readonly number[]): number =>
  [...times].sort((one, other) => one - other)[times.length >> 1] ?? NaN;

installNativeModPow();
const native = Numbers.prototype.modPow;
const times = { sdk: [] as number[], native: [] as number[] };
await measure(sdkModPow); // both warm
await measure(native);
for (let round = 0; round < rounds; round++) {
  times.sdk.push(await measure(sdkModPow));
  times.native.push(await measure(native));
}

const [sdk, ours] = [median(times.sdk), median(times.native)];
console.log(`One SRP sign-in on the client, median of ${rounds}, Node ${process.version}`);
console.table({
  'SDK as published': { ms: Math.round(sdk), ratio: 1 },
  'native BigInt in slices': { ms: Math.round(ours), ratio: Number((ours / sdk).toFixed(2)) },
  budget: { ms: Math.round(budget * sdk), ratio: budget },
});
