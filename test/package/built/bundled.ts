/** What an app's bundler makes of the package. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rollup } from 'rollup';

type Headless = typeof import('../../../src/headless.js');

const password = 'Canary-Sorb-Apple-8';
const refused = () => Response.json({ __type: 'NotAuthorizedException', message: 'Incorrect.' }, { status: 400 });

/** With the bundler that goes furthest in leaving out calls that it holds for idle. */
async function bundle(folder: string): Promise<Headless> {
  const bundled = await rollup({ input: 'dist/headless.js' });
  await bundled.write({ dir: folder, entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' });
  await bundled.close();
  return (await import(pathToFileURL(join(folder, 'headless.mjs')).href)) as Headless;
}

/** @returns what any script reads after a sign-in was tried, where that is anything */
export async function lastMatches(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bundled-'));
  try {
    const { createLogin } = await bundle(folder);
    const pool = { userPoolId: 'eu-west-1_Ab12Cd34E', clientId: '1h57kf5cpq17m0eml12example' };
    let sent = '';
    const fetch: typeof globalThis.fetch = (_, init) => {
      sent = String(init?.body);
      return Promise.resolve(refused());
    };
    const login = createLogin({ ...pool, fetch, storage: 'memory', authFlow: 'password' });
    await login.signIn('ann', password).catch(() => undefined);
    const last = RegExp.input;
    if (!sent.includes(password)) return ['nothing was sent'];
    return last ? [`RegExp.input is ${JSON.stringify(last.slice(0, 200))}`] : [];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
