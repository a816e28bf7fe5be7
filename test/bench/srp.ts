/**
 * `npm run bench`: the client's half of one SRP sign-in, by the SDK as published and as we publish it, by turns in one run. Times
 * depend on the machine; the ratio is what counts.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as published from 'amazon-cognito-identity-js';
import { build } from 'esbuild';
import { trimPackagesInEsbuild } from '../../.ci/build/packages.mjs';
import { N } from '../../demo/user-pool/srp.js';
import { type Helper, proofKey } from '../cognito/sdk-srp.js';

const rounds = 9;
const budget = 0.25;

const random = (bytes: number): bigint =>
  BigInt(`0x${Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('hex')}`);

/** The SDK with our parts in it, bundled as for a browser. */
async function ours(): Promise<Helper> {
  const outdir = await mkdtemp(join(tmpdir(), 'bench-srp-'));
  try {
    const outfile = join(outdir, 'sdk.mjs');
    const entryPoints = ['amazon-cognito-identity-js'];
    const plugins = [trimPackagesInEsbuild()];
    await build({ entryPoints, outfile, plugins, bundle: true, format: 'esm', platform: 'browser' });
    return ((await import(pathToFileURL(outfile).href)) as typeof published).AuthenticationHelper;
  } finally {
    await rm(outdir, { recursive: true });
  }
}

async function measure(helper: Helper): Promise<number> {
  const numbers = { a: random(128), B: random(384) % N, salt: random(16) };
  const began = performance.now();
  await proofKey(helper, { poolName: 'Ab12Cd34E', username: 'ann', password: 'secret', ...numbers });
  return performance.now() - began;
}

const median = (times: readonly number[]): number =>
  [...times].sort((one, other) => one - other)[times.length >> 1] ?? NaN;

const native = await ours();
const times = { sdk: [] as number[], native: [] as number[] };
await measure(published.AuthenticationHelper); // both warm
await measure(native);
for (let round = 0; round < rounds; round++) {
  times.sdk.push(await measure(published.AuthenticationHelper));
  times.native.push(await measure(native));
}

const [sdk, own] = [median(times.sdk), median(times.native)];
console.log(`One SRP sign-in on the client, median of ${rounds}, Node ${process.version}`);
console.table({
  'SDK as published': { ms: Math.round(sdk), ratio: 1 },
  'native BigInt in slices': { ms: Math.round(own), ratio: Number((own / sdk).toFixed(2)) },
  budget: { ms: Math.round(budget * sdk), ratio: budget },
});
