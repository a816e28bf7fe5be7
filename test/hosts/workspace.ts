/** A host as a team would have it: its own folder, its own lock file, and the package as it is published. */
import { execFile } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a command to its end. What it printed is told when it fails. */
export async function run(folder: string, command: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(command, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')} failed in ${basename(folder)}:\n${stdout}\n${stderr}`, {
      cause: error,
    });
  }
}

/** Builds the package and packs it, as `npm publish` would. @returns the tarball's path */
export async function pack(folder: string): Promise<string> {
  await run(root, 'npm', 'run', 'build');
  const printed = await run(root, 'npm', 'pack', '--json', '--pack-destination', folder);
  const [packed] = JSON.parse(printed) as { filename: string }[];
  return join(folder, packed!.filename);
}

const quiet = ['--no-audit', '--no-fund', '--prefer-offline'];

/** Copies a host, installs what its lock file says and the packed package, and sets its environment to the test's pools. */
export async function install(host: string, into: string, tarball: string, pools: string): Promise<string> {
  const folder = join(into, host);
  const own = (path: string) => !['node_modules', 'dist', '.angular'].includes(basename(path));
  await cp(join(root, 'demo/hosts', host), folder, { recursive: true, filter: own });
  await run(folder, 'npm', 'ci', ...quiet);
  await run(folder, 'npm', 'install', '--no-save', ...quiet, tarball);
  if (host === 'plain') await setIntegrity(folder);
  // The bare page to copy has no environment beside it.
  const environment = host === 'plain' ? ['environment.js', 'home.js'] : ['src/environment.ts'];
  for (const file of environment) await replaceIn(join(folder, file), 'http://localhost:5173/user-pool', pools);
  return folder;
}

async function replaceIn(file: string, text: string, other: string): Promise<void> {
  const before = await readFile(file, 'utf8');
  if (!before.includes(text)) throw new Error(`${basename(file)} has no ${text}.`);
  await writeFile(file, before.replace(text, other));
}

/** As a team does it with each version: the hash that the package brings goes into the page. */
async function setIntegrity(folder: string): Promise<void> {
  const [list, page] = ['node_modules/cognito-mfa-login/dist/cdn/integrity.json', 'checked.html'].map((path) =>
    join(folder, path),
  );
  const hashes = JSON.parse(await readFile(list!, 'utf8')) as Record<string, string>;
  await replaceIn(page!, 'sha384-…', hashes['cognito-mfa-login.js']!);
}
