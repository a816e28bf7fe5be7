/** The types that an app gets: they must not need those of packages that the published one carries inside. */
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** Installed with the package; all else is bundled. */
const isInstalled = (specifier: string): boolean => /^lit(\/|$)/.test(specifier);

const entries = ['index.ts', 'element.ts', 'headless.ts'];

/** The declarations of src by path, made in memory. */
function declarations(): Map<string, string> {
  const config = ts.getParsedCommandLineOfConfigFile(
    'src/tsconfig.json',
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => undefined,
    },
  )!;
  const made = new Map<string, string>();
  const options = { ...config.options, declarationMap: false, outDir: '/types' };
  ts.createProgram(config.fileNames, options).emit(undefined, (path, text) => made.set(path, text), undefined, true);
  return made;
}

const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, specifier]) => specifier!);

/** The declarations that lead from an entry to a package that an app has not got. */
export function typesOfBundledPackages(): string[] {
  const made = declarations();
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (path: string): void => {
    const text = made.get(path);
    if (text === undefined || seen.has(path)) return;
    seen.add(path);
    for (const specifier of importsOf(text)) {
      if (specifier.startsWith('.')) visit(join(dirname(path), specifier.replace(/\.js$/, '.d.ts')));
      else if (!isInstalled(specifier)) found.push(`${path.replace('/types/', '')} needs the types of ${specifier}`);
    }
  };
  for (const entry of entries) visit(`/types/${entry.replace(/\.ts$/, '.d.ts')}`);
  return seen.size < entries.length ? ['no declarations were made'] : found;
}
