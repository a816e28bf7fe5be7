/** What the package brings along, and how it is locked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './sources.js';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
export interface Locked extends Manifest {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

const read = <Content>(name: string): Content => JSON.parse(readFileSync(join(root, name), 'utf8')) as Content;

const manifest = read<Manifest>('package.json');
/** By their place in node_modules; the package itself has an empty one. */
export const packages = Object.entries(read<{ packages: Record<string, Locked> }>('package-lock.json').packages);

/** All else is bundled. The SDK is pinned, since we rely on its inside; lit, which an app may have already, moves within its major version. */
export function wrongDependencies(): string[] {
  const { lit = '', ...others } = manifest.dependencies ?? {};
  const sdk = manifest.devDependencies?.['amazon-cognito-identity-js'];
  const wrong = Object.keys(others).map((name) => `${name} is a dependency`);
  if (sdk !== '6.3.21') wrong.push(`amazon-cognito-identity-js is ${sdk}, not exactly 6.3.21`);
  if (!/^\^3\./.test(lit)) wrong.push(`lit is ${lit}, not a version of 3`);
  return wrong;
}

/** An address would bind everyone to the registry that one machine used. */
export const addressesInLock = (): string[] =>
  packages.filter(([, { resolved }]) => resolved).map(([path, { resolved }]) => `${path}: ${resolved}`);

/** Of what an app gets that installs the package: development tools are not among it. */
export const installScripts = (): string[] =>
  packages
    .filter(([, { hasInstallScript, dev, optional }]) => hasInstallScript && !dev && !optional)
    .map(([path]) => `${path} has an install script`);
