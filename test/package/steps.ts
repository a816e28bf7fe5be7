/** One word per step: the state's name is the reducer's file and the view's. */
import ts from 'typescript';
import { nodes, sources } from './sources.js';

/** What stands among the views and shows no step. */
const notViews: ReadonlySet<string> = new Set(['frame', 'later-steps', 'show-step', 'step-view']);

/** The files of a folder, and of none within it. */
const filesIn = (folder: string): string[] =>
  sources.flatMap(({ path }) => (path.match(new RegExp(`^${folder}/([^/]+)\\.ts$`)) ?? []).slice(1));

/** The first argument of every `Step<'name', …>` in state.ts. */
const stepNames = (): string[] =>
  sources
    .filter(({ path }) => path === 'flow/state.ts')
    .flatMap(({ tree }) => [...nodes(tree)].filter((node) => node.getText(tree).startsWith('Step<')).flatMap(nameOf));

function nameOf(node: ts.Node): string[] {
  if (!ts.isExpressionWithTypeArguments(node) && !ts.isTypeReferenceNode(node)) return [];
  const [name] = node.typeArguments ?? [];
  return name && ts.isLiteralTypeNode(name) && ts.isStringLiteral(name.literal) ? [name.literal.text] : [];
}

/** A step without its file, and a file without its step. */
export function unnamedSteps(): string[] {
  const names = stepNames();
  if (!names.length) return ['src/flow/state.ts names no step'];
  const views = filesIn('views').filter((file) => !notViews.has(file));
  return [...differences('flow/steps', names, filesIn('flow/steps')), ...differences('views', names, views)];
}

const differences = (folder: string, names: readonly string[], files: readonly string[]): string[] => [
  ...names.filter((name) => !files.includes(name)).map((name) => `src/${folder}/${name}.ts is missing`),
  ...files.filter((file) => !names.includes(file)).map((file) => `src/${folder}/${file}.ts is no step's`),
];
