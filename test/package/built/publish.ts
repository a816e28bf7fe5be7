/** What npm would publish: entries that resolve, types that fit them, and no file too many. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { root } from '../sources.js';
import { readJson } from './dist.js';

const run = promisify(execFile);

interface Manifest {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly [field: string]: unknown;
}

const manifest = readJson<Manifest>('package.json');

/** Each file that package.json names. */
export function missingEntries(): string[] {
  const targets = Object.entries(manifest.exports).flatMap(([entry, target]) =>
    (typeof target === 'string' ? [target] : Object.values(target)).map((path) => [entry, path] as const),
  );
  const fields = ['customElements', 'unpkg', 'jsdelivr'].map((field) => [field, String(manifest[field])] as const);
  return [...targets, ...fields]
    .filter(([, path]) => !existsSync(join(root, path)))
    .map(([entry, path]) => `${entry}: ${path} is not there`);
}

export async function publintFindings(): Promise<string[]> {
  const { messages, pkg } = await publint({ pkgDir: root, level: 'suggestion', strict: true });
  return messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code);
}

/** Whether each entry's types are found, and are those of its module, also by TypeScript's older `node` resolution. */
export async function typeFindings(): Promise<string[]> {
  const command = join(root, 'node_modules/.bin/attw');
  // There is no CommonJS here: a script that is some can `import()` it.
  const modules = ['--ignore-rules', 'cjs-resolves-to-esm'];
  const code = ['--exclude-entrypoints', 'cdn/integrity.json', 'custom-elements.json'];
  const options = ['--pack', root, ...modules, ...code, '--format', 'ascii', '--no-color', '--no-emoji'];
  return run(command, options).then(
    () => [],
    ({ stdout, message }: { stdout?: string; message: string }) => (stdout || message).split('\n').filter(Boolean),
  );
}

/** What a server does that renders an app: it imports the entries, where there is no page and nobody is signed in. */
const onServer = `
  await import('cognito-mfa-login');
  const { createLogin } = await import('cognito-mfa-login/headless');
  const login = createLogin({ userPoolId: 'eu-west-1_Ab12Cd34E', clientId: '1h57kf5cpq17m0eml12EXAMPLE' });
  if ((await login.restore()) !== null) throw new Error('Somebody is signed in.');
`;

/** What goes wrong, or is said, on a server. */
export const serverFindings = (): Promise<string[]> =>
  run(process.execPath, ['--input-type=module', '--eval', onServer], { cwd: root }).then(
    ({ stdout, stderr }) => [stdout, stderr].filter(Boolean),
    ({ message }: Error) => [message],
  );

/** What is left of an app that imports an entry and uses nothing of it. */
async function leftOf(entry: string): Promise<string> {
  const stdin = { contents: `import '${entry}';`, resolveDir: root };
  const external = ['lit', 'lit/*'];
  const options = { bundle: true, write: false, format: 'esm', logLevel: 'silent' } as const;
  return (await build({ ...options, stdin, external })).outputFiles[0]!.text;
}

/** A bundler keeps the definition of the element, and drops all else that is not used. */
export async function wrongSideEffects(): Promise<string[]> {
  const kept = (await leftOf('cognito-mfa-login')).includes('customElements.define');
  const others = ['cognito-mfa-login/element', 'cognito-mfa-login/headless'];
  const left = await Promise.all(others.map(async (entry) => [entry, await leftOf(entry)] as const));
  return [
    ...(kept ? [] : ['the element is not defined']),
    ...left.filter(([, text]) => /\S/.test(text)).map(([entry, text]) => `${entry}: ${text.slice(0, 80)}`),
  ];
}

interface Packed {
  readonly files: readonly { readonly path: string }[];
  readonly unpackedSize: number;
}

const needed = [
  ...['README.md', 'LICENSE', 'CHANGELOG.md', 'SECURITY.md', 'package.json', 'dist/index.js', 'dist/index.d.ts'],
  ...['dist/index.d.ts.map', 'src/index.ts', 'dist/THIRD-PARTY-LICENSES.md', 'dist/cdn/integrity.json'],
  ...['dist/html-data.json', 'dist/css-data.json', 'dist/sbom.cdx.json'],
];

/** In MB, unpacked; half of it are source maps. */
const largest = 8;

export async function wrongFiles(): Promise<string[]> {
  const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    maxBuffer: 2 ** 24,
  });
  const [packed] = JSON.parse(stdout) as [Packed];
  const paths = packed.files.map(({ path }) => path);
  const allowed = /^(dist|src)\/|^(README|LICENSE|CHANGELOG|SECURITY)(\.md)?$|^package\.json$/;
  const size = packed.unpackedSize / 1e6;
  return [
    ...needed.filter((path) => !paths.includes(path)).map((path) => `${path} is left out`),
    ...paths.filter((path) => !allowed.test(path)).map((path) => `${path} is not an app's`),
    ...(size > largest ? [`${size.toFixed(1)} MB, more than ${largest}`] : []),
  ];
}
