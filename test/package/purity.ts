/** What a line may do, by where it stands. */
import ts from 'typescript';
import { nodes, place, type Source, sources } from './sources.js';

const within = (folder: string) => sources.filter(({ path }) => path.startsWith(`${folder}/`));

/** Calls that build a value and touch nothing, at the top level of a module. */
const buildsOnly = /^(Object\.(keys|freeze|entries|fromEntries)|Symbol|css|html|svg|unsafeCSS|directive|declare)$/;

/** A statement at the top of a module that does something, where importing it should do nothing. */
export const sideEffects = (): string[] =>
  sources
    .filter(({ path }) => path !== 'define.ts')
    .flatMap((source) =>
      source.tree.statements.filter((statement) => acts(statement)).map((node) => place(source, node)),
    );

function acts(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement)) return !statement.importClause && !isRegistration(statement);
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.some(({ initializer }) => initializer && runs(initializer));
  if (ts.isExportAssignment(statement)) return runs(statement.expression);
  return !(
    ts.isExportDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isModuleDeclaration(statement)
  );
}

/** `import './define.js'` is what index.ts is for. */
const isRegistration = ({ moduleSpecifier }: ts.ImportDeclaration): boolean =>
  ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === './define.js';

/** Whether an initial value calls anything but a builder; what stands in a function runs later, if ever. */
function runs(expression: ts.Node): boolean {
  if (ts.isFunctionLike(expression) || ts.isTypeNode(expression)) return false;
  if (ts.isCallExpression(expression) && !buildsOnly.test(expression.expression.getText())) return true;
  if (ts.isAwaitExpression(expression) || ts.isDeleteExpression(expression)) return true;
  return ts.forEachChild(expression, (child) => runs(child) || undefined) ?? false;
}

export const definitions = (): string[] =>
  sources
    .filter(({ path, text }) => path !== 'define.ts' && text.includes('customElements'))
    .map(({ path }) => `src/${path} speaks of customElements`);

/** Words between tags in a template, in a text that people read in an attribute, or in a string with a blank in it. */
export const wordsInViews = (): string[] =>
  within('views').flatMap((source) => [...nodes(source.tree)].flatMap((node) => wordsIn(source, node)));

function wordsIn(source: Source, node: ts.Node): string[] {
  if (ts.isTaggedTemplateExpression(node))
    return templateWords(node.template).map((text) => `${place(source, node)}: "${text}"`);
  if (!ts.isStringLiteral(node) || ts.isImportDeclaration(node.parent)) return [];
  return /\s/.test(node.text) && /[a-z]/i.test(node.text) ? [`${place(source, node)}: "${node.text}"`] : [];
}

function templateWords(template: ts.TemplateLiteral): string[] {
  const parts = ts.isNoSubstitutionTemplateLiteral(template)
    ? [template.text]
    : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
  const markup = parts.join('\uFFFC');
  const read = [...markup.matchAll(/\s(?:aria-label|title|alt|placeholder)="([^"\uFFFC]+)"/g)].map(([, text]) => text!);
  const between = markup
    .replace(/<!--.*?-->/gs, '')
    .split(/<[^>]*>/)
    .map((text) => text.replaceAll('\uFFFC', '').trim());
  return [...between, ...read].filter(Boolean);
}

/** What a folder must not speak of, whatever it would do with it. */
const forbidden: readonly (readonly [folder: string, pattern: RegExp, what: string])[] = [
  [
    'flow',
    /\b(document|window|setTimeout|setInterval|Promise|Date|localStorage|sessionStorage|crypto)\b|\b(Math|async)\b/,
    'the world outside',
  ],
  ['views', /\b(this|await|fetch|document|window|querySelector|dispatchEvent|addEventListener)\b/, 'more than a state'],
  ['controller', /\b(html|querySelector|amazon-cognito-identity-js)\b/, 'views or the SDK'],
  ['cognito', /\b(document|querySelector|HTMLElement)\b/, 'the DOM'],
];

export const outOfPlace = (): string[] =>
  forbidden.flatMap(([folder, pattern, what]) =>
    within(folder).flatMap((source) => mentions(source, pattern).map((found) => `${found} speaks of ${what}`)),
  );

/** Keywords that the patterns name. */
const keywords: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.ThisKeyword, ts.SyntaxKind.AsyncKeyword]);

/** Names and keywords in the code itself; comments and texts may use any word. */
const mentions = (source: Source, pattern: RegExp): string[] =>
  [...nodes(source.tree)]
    .filter((node) => ts.isIdentifier(node) || keywords.has(node.kind) || ts.isAwaitExpression(node))
    .filter((node) => !isMember(node))
    .filter((node) => pattern.test(ts.isAwaitExpression(node) ? 'await' : node.getText()))
    .map((node) => `${place(source, node)}: ${node.getText().slice(0, 40)}`);

/** `config.fetch` is a thing that was given, and `fetch` the page's; a type is only spoken of. */
const isMember = ({ parent }: ts.Node): boolean =>
  ts.isTypeReferenceNode(parent) ||
  ts.isPropertySignature(parent) ||
  ts.isPropertyAssignment(parent) ||
  ts.isImportSpecifier(parent);
