/** The sources as the TypeScript compiler reads them. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** One file of src, its path from there with `/` between. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** How a module is named in another: for its types alone, for what it does, or when it is needed. */
export type ImportKind = 'types' | 'values' | 'lazily';

export interface Import {
  readonly from: Source;
  /** A path from src for a module of ours, else the package's specifier. */
  readonly to: string;
  readonly ours: boolean;
  readonly kind: ImportKind;
}

export const sources: readonly Source[] = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.replaceAll('\\', '/'))
  .map((path) => {
    const text = readFileSync(join(root, 'src', path), 'utf8');
    return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
  });

/** Every node of a file. */
export function* nodes(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodes(child);
}

/** `src/flow/state.ts:12` */
export function place({ path, tree }: Source, node: ts.Node): string {
  return `src/${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
}

export const imports: readonly Import[] = sources.flatMap((from) =>
  [...nodes(from.tree)].flatMap((node) => {
    const found = importOf(node);
    return found ? [resolve(from, found.specifier, found.kind)] : [];
  }),
);

function importOf(node: ts.Node): { specifier: string; kind: ImportKind } | null {
  if (ts.isImportDeclaration(node))
    return named(node.moduleSpecifier, isTypeImport(node.importClause) ? 'types' : 'values');
  if (ts.isExportDeclaration(node) && node.moduleSpecifier)
    return named(node.moduleSpecifier, node.isTypeOnly ? 'types' : 'values');
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return named(node.argument.literal, 'types');
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return named(node.arguments[0]!, 'lazily');
  return null;
}

function named(node: ts.Node, kind: ImportKind) {
  return { specifier: ts.isStringLiteral(node) ? node.text : '(computed)', kind };
}

/** `import type …`, and `import { type A, type B }`, which leaves nothing behind either. */
function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  return (
    !name &&
    !!namedBindings &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly)
  );
}

function resolve(from: Source, specifier: string, kind: ImportKind): Import {
  if (!specifier.startsWith('.')) return { from, to: specifier, ours: false, kind };
  const to = normalize(join(dirname(from.path), specifier))
    .replaceAll('\\', '/')
    .replace(/\.js$/, '.ts');
  return { from, to: relative('', to).replaceAll('\\', '/'), ours: true, kind };
}
