/** What lit's templates hold for the eye of whoever reads the source: line breaks, indents and comments do not go into a bundle. */
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/** A text in quotes stays as it is. */
const inCss = /(?<quoted>'[^']*'|"[^"]*")|\/\*[^]*?\*\/|\s*(?<sign>[{};,>])\s*|(?<colon>:)\s+|\s+/g;

const shorter = {
  css: (text) =>
    text
      .replace(inCss, (...given) => {
        const { quoted, sign, colon } = given.at(-1);
        return quoted ?? sign ?? colon ?? (given[0].startsWith('/*') ? '' : ' ');
      })
      .replaceAll(';}', '}'),
  // One space where there was any: between words and buttons it can be seen.
  html: (text) => text.replace(/\s*\n\s*/g, ' '),
};
shorter.svg = shorter.html;

function* templatesIn(node) {
  if (ts.isTaggedTemplateExpression(node) && Object.hasOwn(shorter, node.tag.getText())) yield node;
  const children = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* templatesIn(child);
}

/** The template's texts, each with the sign that opens it and the one that ends it. */
const textsOf = ({ template }) =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? [template]
    : [template.head, ...template.templateSpans.map(({ literal }) => literal)];

/** What follows a shortened text stays in its line and column, so that no source map is needed. */
function shorten(tree, node, minify) {
  const raw = node.getText();
  const ending = raw.endsWith('${') ? '${' : '`';
  const text = minify(raw.slice(1, -ending.length));
  const breaks = raw.split('\n').length - 1;
  const { character } = tree.getLineAndCharacterOfPosition(node.getEnd());
  const rest = breaks ? '\n'.repeat(breaks) + ' '.repeat(character) : '';
  return { start: node.getStart(), end: node.getEnd(), text: raw[0] + text + ending + rest };
}

/** A module's text with short templates; undefined where there is none. */
export function shortenTemplates(text) {
  if (!/\b(css|html|svg)`/.test(text)) return undefined;
  const tree = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true);
  const parts = [...templatesIn(tree)].flatMap((template) =>
    textsOf(template).map((node) => shorten(tree, node, shorter[template.tag.getText()])),
  );
  return parts
    .sort((one, other) => other.start - one.start)
    .reduce((rest, part) => rest.slice(0, part.start) + part.text + rest.slice(part.end), text);
}

const ours = /[\\/]src[\\/][^?]*\.ts$/;

/** For Vite. */
export const shortTemplates = () => ({
  name: 'short-templates',
  enforce: 'pre',
  apply: 'build',
  transform(text, id) {
    const code = ours.test(id) ? shortenTemplates(text) : undefined;
    return code === undefined ? undefined : { code, map: null };
  },
});

/** For esbuild. */
export const shortTemplatesInEsbuild = () => ({
  name: 'short-templates',
  setup: ({ onLoad }) =>
    onLoad({ filter: ours }, async ({ path }) => {
      const contents = shortenTemplates(await readFile(path, 'utf8'));
      return contents === undefined ? undefined : { contents, loader: 'ts' };
    }),
});
