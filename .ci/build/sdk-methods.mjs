/**
 * Most methods of the SDK's user and pool do what is done here in another way, or never. No bundler can tell, since they stand in a
 * prototype: so they are taken out here, those aside that src/cognito calls and what these call in turn. `npm run test:package` compares
 * the list with the calls.
 */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** By src/cognito, of the classes below. */
export const called = [
  'authenticateUser',
  'cacheDeviceKeyAndPassword',
  'cacheTokens',
  'clearCachedDeviceKeyAndPassword',
  'clearCachedUser',
  'getCachedDeviceKeyAndPassword',
  'getClientId',
  'generateHashDevice',
  'getClientMetadata',
  'getCognitoUserSession',
  'getDeviceResponse',
  'getRandomPassword',
  'getSaltDevices',
  'getUserContextData',
  'getUsername',
  'getVerifierDevices',
  'setAuthenticationFlowType',
];

/** The SDK would call them; src/cognito/port-user.ts does it in their place. */
const replaced = ['authenticateUserInternal', 'authenticateUserPlainUsernamePassword'];

/** A session and its tokens are the app's, with all that they can. */
export const classes = ['AuthenticationDetails', 'AuthenticationHelper', 'CognitoUser', 'CognitoUserPool'];

/** Where Node finds it, which is not below this tree when a copy of the tree is tried. */
const folder = new URL('es/', import.meta.resolve('amazon-cognito-identity-js/package.json'));
const ofClass = /[\\/]amazon-cognito-identity-js[\\/]es[\\/](\w+)\.js$/;

/** `_proto.name = function name(…) {…}` */
function methodOf(node) {
  const assignment = ts.isExpressionStatement(node) && node.expression;
  if (!assignment || !ts.isBinaryExpression(assignment) || !ts.isFunctionExpression(assignment.right)) return null;
  const { left } = assignment;
  const isMethod = ts.isPropertyAccessExpression(left) && left.expression.getText() === '_proto';
  return isMethod ? { name: left.name.text, node } : null;
}

function* within(node) {
  yield node;
  const children = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* within(child);
}

/** The names of all that a part of the code reaches for; what lies in methods within it is theirs. */
function* namesIn(part) {
  if (ts.isPropertyAccessExpression(part)) yield part.name.text;
  const children = [];
  ts.forEachChild(part, (child) => void children.push(child));
  for (const child of children) if (!methodOf(child)) yield* namesIn(child);
}

const parse = (text) => ts.createSourceFile('sdk.js', text, ts.ScriptTarget.Latest, true);
const methodsIn = (tree) => [...within(tree)].map(methodOf).filter((method) => method !== null);

function findKept() {
  const trees = classes.map((name) => parse(readFileSync(new URL(`${name}.js`, folder), 'utf8')));
  const methods = trees.flatMap(methodsIn);
  const kept = new Set([...called, ...trees.flatMap((tree) => [...namesIn(tree)])]);
  // A set goes on to what is added while it is gone through.
  for (const name of kept)
    for (const { node } of methods.filter((method) => method.name === name && !replaced.includes(name)))
      for (const next of namesIn(node)) kept.add(next);
  for (const name of replaced) kept.delete(name);
  return kept;
}

let kept;

/** @returns the module without the methods that nobody calls, every line where it was, so that its source map stays right */
function withoutMethods(text) {
  kept ??= findKept();
  return methodsIn(parse(text))
    .filter(({ name }) => !kept.has(name))
    .reduce((rest, { node }) => blank(rest, node.getStart(), node.getEnd()), text);
}

const blank = (text, start, end) =>
  text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);

/** The text of one of the SDK's modules as it goes into a bundle; undefined where nothing is taken out. */
export const trimSdk = (file, text) => (classes.includes(ofClass.exec(file)?.[1]) ? withoutMethods(text) : undefined);
