/** The package's types by the compiler that a host has: Angular's is an older one than the package is made with. */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wrongLines } from '../package/compile.js';
import type { Check } from './steps.js';
import { run } from './workspace.js';

const apps = fileURLToPath(new URL('../package/types', import.meta.url));

/** Strictly, the package's declarations and lit's among what is looked at. */
export async function checkTypes(host: string, folder: string, check: Check): Promise<void> {
  const copy = join(folder, 'types');
  await cp(apps, copy, { recursive: true });
  const compiler = join(folder, 'node_modules/.bin/tsc');
  const version = (await run(folder, compiler, '--version')).trim();
  const wrong = await wrongLines(compiler, join(copy, 'plain'), 'app.ts');
  check(
    [`${host}: TypeScript takes what is right, and nothing else (${version})`, ...wrong].join('\n    '),
    !wrong.length,
  );
}
