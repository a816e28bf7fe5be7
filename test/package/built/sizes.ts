/** The bytes that a page loads: built files as they are, each compressed by gzip -9, with as much of lit as they import. */
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { languageCodes } from '../../../src/i18n/load-messages.js';
import { type BuiltModule, modules, reach, read } from './dist.js';

const gzip = (text: string): number => gzipSync(text, { level: 9 }).length / 1000;

/** Lit as a bundler would put it into an app. */
async function litFor(loaded: readonly BuiltModule[]): Promise<number> {
  const names = new Map<string, Set<string>>();
  for (const [specifier, imported] of loaded.flatMap(({ packages }) => [...packages]))
    names.set(specifier, new Set([...(names.get(specifier) ?? []), ...imported]));
  const contents = [...names]
    .map(([specifier, imported], index) => {
      const list = [...imported].map((name) => `${name} as ${name}${index}`).join(', ');
      return `export { ${list} } from '${specifier}';`;
    })
    .join('\n');
  const options = { bundle: true, minify: true, write: false, format: 'esm', target: 'es2022' } as const;
  const { outputFiles } = await build({ ...options, stdin: { contents, resolveDir: '.' } });
  return gzip(outputFiles[0]!.text);
}

const sum = async (loaded: readonly BuiltModule[]): Promise<number> =>
  loaded.reduce((total, { path }) => total + gzip(read(`dist/${path}`)), await litFor(loaded));

interface Line {
  readonly kB: number;
  /** Of performance.md; null for a peer. */
  readonly budget: number | null;
  /** More than this fails. */
  readonly ceiling: number | null;
}

/** Of the same kind: JavaScript, minified, gzip -9, measured once. */
const peers: Readonly<Record<string, number>> = {
  'amazon-cognito-identity-js, three classes': 26.1,
  'a minimal widget: lit and the SDK': 32.8,
  'Hanko elements': 43.7,
  'aws-amplify/auth without any UI': 43.9,
  'Descope (more comes from its CDN)': 50.1,
  'Amplify UI Vue': 164,
  'Amplify UI Angular': 201,
  'Amplify UI React': 229,
  'Okta widget': 449,
};

/** Languages beside the first one; the numbering plans of all countries, for `login-with="phone"` and phone attributes. */
const otherLanguage = new RegExp(`^chunks/(${languageCodes.filter((code) => code !== 'en').join('|')})-`);
const phoneNumbers = /^chunks\/phone-library-/;

/** @param loaded the files that a browser loaded for a password and a code, paths from dist */
export async function measure(loaded: readonly string[]): Promise<Readonly<Record<string, Line>>> {
  const signIn = modules.filter(({ path }) => loaded.includes(path));
  const whole = reach('index.js', (path) => !otherLanguage.test(path));
  const withoutPhones = whole.filter(({ path }) => !phoneNumbers.test(path));
  return {
    'first load': { kB: await sum(reach('index.js')), budget: 12, ceiling: 34 },
    'a sign-in by password and code': { kB: await sum(signIn), budget: 26, ceiling: 63 },
    'everything in one language': { kB: await sum(whole), budget: 45, ceiling: 89 },
    'everything in one language, phone numbers aside': { kB: await sum(withoutPhones), budget: null, ceiling: null },
    'the single file': { kB: gzip(read('dist/cdn/cognito-mfa-login.js')), budget: null, ceiling: 95 },
  };
}

const cell = (value: number | null): string => (value === null ? '' : value.toFixed(1));

/** Prints ours beside the peers. @returns what is larger than its ceiling */
export function printSizes(lines: Readonly<Record<string, Line>>): string[] {
  const ours = Object.entries(lines).map(([name, { kB, budget, ceiling }]) => ({
    ...{
      name,
      'kB gzip': cell(kB),
      budget: cell(budget),
      'over by': budget !== null && kB > budget ? cell(kB - budget) : '',
    },
    ceiling: cell(ceiling),
  }));
  const theirs = Object.entries(peers).map(([name, kB]) => ({ name, 'kB gzip': cell(kB) }));
  console.table([...ours, ...theirs]);
  return Object.entries(lines).flatMap(([name, { kB, ceiling }]) =>
    ceiling !== null && kB > ceiling ? [`${name}: ${cell(kB)} kB, more than ${ceiling}`] : [],
  );
}
