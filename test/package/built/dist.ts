/** The built files: what stands in dist, and which module loads which. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { nodes, root } from '../sources.js';

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');
export const readJson = <Content>(path: string): Content => JSON.parse(read(path)) as Content;

export interface BuiltModule {
  /** From dist, with `/` between. */
  readonly path: string;
  readonly tree: ts.SourceFile;
  /** Paths from dist. */
  readonly imports: readonly string[];
  readonly lazyImports: readonly string[];
  /** What is imported by name, by package: lit's. */
  readonly packages: ReadonlyMap<string, readonly string[]>;
}

const specifierOf = (node: ts.Node | undefined): string =>
  node && ts.isStringLiteralLike(node) ? node.text : '(computed)';

const namesOf = ({ importClause }: ts.ImportDeclaration): string[] => {
  const bindings = importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings)) return [];
  return bindings.elements.map(({ propertyName, name }) => (propertyName ?? name).text);
};

function readModule(path: string): BuiltModule {
  const tree = ts.createSourceFile(path, read(`dist/${path}`), ts.ScriptTarget.Latest, true);
  const within = (specifier: string): string => normalize(join(dirname(path), specifier)).replaceAll('\\', '/');
  const declared = tree.statements.filter((one) => ts.isImportDeclaration(one) || ts.isExportDeclaration(one));
  const specifiers = declared.flatMap(({ moduleSpecifier }) => (moduleSpecifier ? [specifierOf(moduleSpecifier)] : []));
  const calls = [...nodes(tree)].filter(
    (node) => ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword,
  ) as ts.CallExpression[];
  const packages = new Map<string, readonly string[]>();
  for (const one of declared.filter(ts.isImportDeclaration)) {
    const specifier = specifierOf(one.moduleSpecifier);
    if (!specifier.startsWith('.')) packages.set(specifier, namesOf(one));
  }
  return {
    ...{ path, tree, packages },
    imports: specifiers.filter((specifier) => specifier.startsWith('.')).map(within),
    lazyImports: calls.map(({ arguments: [specifier] }) => within(specifierOf(specifier))),
  };
}

/** Every JavaScript module of dist. */
export const modules: readonly BuiltModule[] = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.js'))
  .map((path) => readModule(path.replaceAll('\\', '/')));

const moduleAt = (path: string): BuiltModule => {
  const found = modules.find((one) => one.path === path);
  if (!found) throw new Error(`dist/${path} is imported, and is not there.`);
  return found;
};

/** A module and all that it imports; with `lazily` also what it loads when it is needed, as far as that is wanted. */
export function reach(path: string, lazily: (path: string) => boolean = () => false): BuiltModule[] {
  const found = new Set<BuiltModule>();
  const visit = (one: BuiltModule): void => {
    if (found.has(one)) return;
    found.add(one);
    for (const next of [...one.imports, ...one.lazyImports.filter(lazily)]) visit(moduleAt(next));
  };
  visit(moduleAt(path));
  return [...found];
}
