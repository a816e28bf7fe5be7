/** What has to hold of all that reaches those who use the package. */
import type { Bom } from '../../../.ci/build/sbom.js';
import { installScripts } from '../../package/dependencies.js';
import { bundled, installed, justified, locked, optional, type Package, read } from './brought.js';

const namesOf = (packages: readonly Package[]): string[] => packages.map(({ name }) => name);

/** @returns a line for each that stands on one side alone */
const unequal = (found: readonly string[], wanted: readonly string[], where: string): string[] => [
  ...found.filter((name) => !wanted.includes(name)).map((name) => `${name} is not in ${where}`),
  ...wanted.filter((name) => !found.includes(name)).map((name) => `${name} is in ${where} alone`),
];

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = (): Manifest => JSON.parse(read('package.json')) as Manifest;

export const unjustifiedDependencies = (): string[] =>
  unequal(Object.keys(manifest().dependencies), justified('dependency').slice(0, 1), 'the first row of the table');

export const unjustifiedInstalls = (): string[] =>
  unequal(namesOf(installed), justified('dependency'), 'the table “dependency” of CONTRIBUTING.md');

export const unjustifiedBundles = (): string[] => {
  const own = namesOf(installed);
  const strangers = namesOf(bundled()).filter((name) => !own.includes(name));
  return unequal(strangers, justified('bundled'), 'the table “bundled” of CONTRIBUTING.md');
};

/** What npm fetches for an app where it can: a tool that is listed as optional would come along. */
export const optionals = (): string[] => namesOf(optional).map((name) => `${name} comes along with every install`);

/** Of the Open Source Initiative's list, those that ask for no more than to be named. */
const allowed: ReadonlySet<string> = new Set(['MIT', 'BSD-3-Clause', 'Apache-2.0', 'ISC', '0BSD']);

export const otherLicences = (): string[] =>
  [...installed, ...bundled()]
    .filter(({ licence }) => !allowed.has(licence))
    .map(({ name, licence }) => `${name}: ${licence}`);

/** The `hashes` of CycloneDX are hexadecimal, the lock file's `integrity` is base64. */
const asHex = (integrity: string): string => Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');

interface ListedComponent {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly content: string }[];
  readonly licenses?: readonly { readonly license: { readonly id?: string } }[];
}

/** The bill names all of them with the version, the licence and the hash that the lock file has, and nothing else. */
export function wrongBill(): string[] {
  const bill = JSON.parse(read('dist/sbom.cdx.json')) as Bom;
  const components = bill.components as unknown as readonly ListedComponent[];
  const expected = [...installed, ...bundled()];
  const wrong = components.flatMap(({ name, version, purl, hashes = [], licenses = [] }) => {
    const known = expected.find((one) => one.name === name);
    const [, entry] = locked.find(([path]) => path === `node_modules/${name}`) ?? [];
    const holds =
      known?.version === version &&
      decodeURIComponent(purl) === `pkg:npm/${name}@${version}` &&
      licenses[0]?.license.id === known.licence &&
      hashes[0]?.content === asHex(entry?.integrity ?? '');
    return holds ? [] : [`${name} ${version} is another in package-lock.json or the licences`];
  });
  const names = components.map(({ name }) => name);
  return [...wrong, ...unequal(names, [...new Set(namesOf(expected))], 'what reaches an app')];
}

/** A person who copies the line has to find the hash. */
export const forgottenIntegrity = (): string[] =>
  ['integrity="sha384-', 'dist/cdn/integrity.json'].flatMap((text) =>
    read('README.md').includes(text) ? [] : [`README.md does not name ${text}`],
  );

/** Names of scripts that npm runs by itself (npm's documentation, "Life Cycle Scripts"). */
const lifeCycle =
  /^(pre|post)?(install|prepare|prepublish|pack|publish|uninstall|version)$|^prepublishOnly$|^dependencies$/;

export const scriptsAtInstall = (): string[] => [
  ...Object.keys(manifest().scripts)
    .filter((name) => lifeCycle.test(name))
    .map((name) => `package.json runs ${name} by itself`),
  ...installScripts(),
];

/** Tools whose install runs a script, with what it is for: any other is to be looked at first. */
const known: Readonly<Record<string, string>> = {
  esbuild: 'takes the binary of the platform',
  'rs-module-lexer': 'takes the binary of the platform',
  fsevents: 'builds for macOS alone',
};

export const toolScripts = (): string[] =>
  locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path.split('node_modules/').at(-1)!);

export const unknownToolScripts = (): string[] =>
  toolScripts()
    .filter((name) => !Object.hasOwn(known, name))
    .map((name) => `${name} runs a script when it is installed`);

export const listToolScripts = (): string[] => toolScripts().map((name) => `${name}: ${known[name] ?? 'unknown'}`);

export const missingHashes = (): string[] =>
  locked
    .filter(([, { integrity }]) => !/^sha512-.{86}==$/.test(integrity ?? ''))
    .map(([path]) => `${path} has no hash`);
