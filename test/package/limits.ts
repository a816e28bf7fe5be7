/** The limits that keep the house readable, and what no file may hold. */
import ts from 'typescript';
import { nodes, place, type Source, sources } from './sources.js';

const lines = (text: string): number => text.trimEnd().split('\n').length;

/** Languages are long lists of sentences. */
const limited = sources.filter(({ path }) => !/^i18n\/[a-z]{2}\.ts$/.test(path));

const longer = (limit: number): string[] =>
  limited.filter(({ text }) => lines(text) > limit).map(({ path, text }) => `src/${path} has ${lines(text)} lines`);

export const tooLongFiles = (): string[] => longer(300);
export const longFiles = (): string[] => longer(200);

const length = ({ tree }: Source, node: ts.Node): number =>
  tree.getLineAndCharacterOfPosition(node.end).line - tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;

/** Functions with a body, each with its length in lines. */
const functions = sources.flatMap((source) =>
  [...nodes(source.tree)]
    .filter((node) => ts.isFunctionLike(node) && 'body' in node && Boolean(node.body))
    .map((node) => ({ where: place(source, node), lines: length(source, node) })),
);

export const tooLongFunctions = (): string[] =>
  functions.filter((one) => one.lines > 40).map((one) => `${one.where} has ${one.lines} lines`);

export function medianFunction(): string[] {
  const sorted = functions.map((one) => one.lines).sort((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return median < 10 ? [] : [`The median function has ${median} lines`];
}

export const anyTypes = (): string[] =>
  sources.flatMap((source) =>
    [...nodes(source.tree)].filter(({ kind }) => kind === ts.SyntaxKind.AnyKeyword).map((node) => place(source, node)),
  );

/** Each with the reason in its name; looked for in the whole text, comments included. */
const never: Readonly<Record<string, RegExp>> = {
  'a silenced compiler': /@ts-(ignore|expect-error|nocheck)/,
  'something left undone': /\b(TODO|FIXME|XXX)\b/,
  'markup from a string': /\bunsafe(HTML|SVG|MathML)\b|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write/,
  'an inline style, which a strict CSP refuses': /\bstyleMap\b|\sstyle=|\.style\.\w+\s*=|setAttribute\('style'/,
  'code from a string': /\beval\(|new Function\(/,
};

export const neverThere = (): string[] =>
  sources.flatMap((source) =>
    Object.entries(never).flatMap(([what, pattern]) => {
      const line = source.text.split('\n').findIndex((text) => pattern.test(text));
      return line < 0 ? [] : [`src/${source.path}:${line + 1}: ${what}`];
    }),
  );

const colour = /#[0-9a-f]{3,8}\b|\b(rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(/i;
/** Names of colours that a stylesheet would be tempted to use; `transparent` and the system's are none. */
const named = /:\s*(black|white|gr[ae]y|red|blue|green|pink|orange)\b/i;

/** Written in css templates or in strings; a private field such as `#shown` is neither. */
export const literalColours = (): string[] =>
  sources
    .filter(({ path }) => path !== 'styles/tokens.ts')
    .flatMap((source) =>
      [...nodes(source.tree)]
        .filter(
          (node) => ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node),
        )
        .filter(
          (node) => colour.test(node.getText()) || (source.path.startsWith('styles/') && named.test(node.getText())),
        )
        .map((node) => place(source, node)),
    );
