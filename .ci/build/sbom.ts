/**
 * The software bill of materials (CycloneDX 1.5) of what is published: what an app's install brings, and what is bundled, which npm's own
 * takes for development tools.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly scope?: string;
  readonly properties: readonly { readonly name: string; readonly value: string }[];
}

export interface Bom {
  readonly metadata: { readonly component: Component; readonly [name: string]: unknown };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
  readonly [name: string]: unknown;
}

const development = 'cdx:npm:package:development';
const maxBuffer = 2 ** 26;

/** `name@version` of every package whose licence stands beside the built files. */
export async function bundledPackages(): Promise<ReadonlySet<string>> {
  const files = ['dist', 'dist/cdn'].map((folder) => readFile(`${folder}/THIRD-PARTY-LICENSES.md`, 'utf8'));
  const headings = (await Promise.all(files)).flatMap((text) => [...text.matchAll(/^## (\S+) - (\S+) \(/gm)]);
  return new Set(headings.map(([, name, version]) => `${name}@${version}`));
}

/** A bundled package is no tool, whatever its place in package.json. */
const published = (component: Component, bundled: boolean): object => ({
  ...component,
  scope: component.scope ?? 'required',
  properties: [
    ...component.properties.filter(({ name }) => name !== development),
    ...(bundled ? [{ name: 'cognito-mfa-login:bundled', value: 'true' }] : []),
  ],
});

/** Without a serial number and a time, so that the same sources give the same file. */
export async function makeBom(): Promise<object> {
  const options = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { stdout } = await promisify(execFile)('npm', options, { maxBuffer });
  const { serialNumber: _, metadata, components, dependencies, ...head } = JSON.parse(stdout) as Bom;
  const bundled = await bundledPackages();
  const isTool = ({ properties }: Component) => properties.some(({ name }) => name === development);
  const shipped = components.filter((one) => bundled.has(one['bom-ref']) || !isTool(one));
  const own = metadata.component;
  const refs = new Set([own, ...shipped].map((one) => one['bom-ref']));
  return {
    ...head,
    // npm takes the folder's name.
    metadata: { component: { ...own, name: own['bom-ref'].replace(/@[^@]+$/, '') } },
    components: shipped.map((one) => published(one, bundled.has(one['bom-ref']))),
    dependencies: dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) })),
  };
}
