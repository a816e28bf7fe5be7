/** What the built files hold: nothing of Node, no code from strings, what they import, their maps and hashes. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { nodes, root } from '../sources.js';
import { modules, readJson } from './dist.js';

/** Names that only Node has, or that make code from a string. */
const foreign: ReadonlySet<string> = new Set(['global', 'process', 'Buffer', 'require', 'module', 'eval', 'Function']);

/** As a free name: not a property's, and not one that the module declares. */
const isFree = (node: ts.Identifier): boolean => {
  const { parent } = node;
  const isProperty =
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent)) &&
      parent.name === node) ||
    (ts.isBindingElement(parent) && parent.propertyName === node) ||
    (ts.isImportSpecifier(parent) && parent.propertyName === node) ||
    (ts.isExportSpecifier(parent) && parent.name === node);
  return !isProperty;
};

/** `Function` is named where a type is looked at, too; called or made, it compiles a string. */
const compiles = (node: ts.Identifier): boolean =>
  (ts.isCallExpression(node.parent) || ts.isNewExpression(node.parent)) && node.parent.expression === node;

export const foreignNames = (): string[] =>
  modules.flatMap(({ path, tree }) =>
    [...nodes(tree)]
      .filter(ts.isIdentifier)
      .filter((node) => foreign.has(node.text) && isFree(node) && (node.text !== 'Function' || compiles(node)))
      .map((node) => `dist/${path}:${node.pos}: ${node.parent.getText().slice(0, 60)}`),
  );

/** Lit is the app's: a second copy would be loaded beside it. */
export const strangers = (): string[] =>
  modules.flatMap(({ path, packages }) =>
    [...packages.keys()]
      .filter((name) => path.startsWith('cdn/') || !/^lit(\/|$)/.test(name))
      .map((name) => `dist/${path} imports ${name}`),
  );

/** What a page would have to fetch, and cannot where one file was copied. */
export const chunksOfSingleFile = (): string[] =>
  modules
    .filter(({ path }) => path.startsWith('cdn/'))
    .flatMap(({ path, imports, lazyImports }) => [
      ...(path === 'cdn/cognito-mfa-login.js' ? [] : [`dist/${path} is beside it`]),
      ...[...imports, ...lazyImports].map((other) => `dist/${path} imports ${other}`),
    ]);

/** A file's map, each source with its text, since an app has not our files. */
export const missingMaps = (): string[] =>
  modules
    .filter(({ path }) => reachesCode(path))
    .flatMap(({ path }) => {
      const map = `dist/${path}.map`;
      if (!existsSync(join(root, map))) return [`${map} is missing`];
      const { sources: names, sourcesContent = [] } = readJson<{ sources: string[]; sourcesContent?: string[] }>(map);
      return names.length && names.length === sourcesContent.length ? [] : [`${map} lacks the sources' texts`];
    });

/** A module that only passes on what others export has nothing to map. */
export const reachesCode = (path: string): boolean =>
  modules.some(
    (one) =>
      one.path === path &&
      one.tree.statements.some((node) => !ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)),
  );

export function wrongIntegrity(): string[] {
  const written = Object.entries(readJson<Record<string, string>>('dist/cdn/integrity.json'));
  const wrong = written.filter(([name, integrity]) => {
    const hash = createHash('sha384').update(readFileSync(join(root, 'dist/cdn', name)));
    return integrity !== `sha384-${hash.digest('base64')}`;
  });
  return written.length ? wrong.map(([name]) => `dist/cdn/${name} has another hash`) : ['no hash is written'];
}
