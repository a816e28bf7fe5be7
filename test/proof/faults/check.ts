/**
 * Holds the rows of the matrix against `src/cognito`: an operation, a challenge or a flow of the service's model that is named there, in the
 * code and not in a comment, has to have a row, and each row a test that plays it. Also that the sample of `npm test` has every fault.
 * `npm run test:faults` begins with it.
 */
import console from 'node:console';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import * as model from '@aws-sdk/client-cognito-identity-provider';
import { nodes } from '../../package/sources.js';
import { faultNames } from './faults.js';
import { operationNames, requestOf } from './operations.js';
import { sampleOf } from './sample.js';

const folder = new URL('../../../src/cognito/', import.meta.url);

const withoutComments = (code: string): string => code.replace(/\/\*[^]*?\*\//g, '').replace(/\/\/.*$/gm, '');

const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => withoutComments(readFileSync(new URL(file, folder), 'utf8')))
  .join('\n');

const namesOf = (values: object): string[] => Object.values(values).filter((value) => typeof value === 'string');

const nameable = [
  ...Object.keys(model).flatMap((name) => /^(\w+)Command$/.exec(name)?.[1] ?? []),
  ...namesOf(model.ChallengeNameType),
  ...namesOf(model.AuthFlowType),
];

/** These two begin and answer all that the rows name. */
const inEveryRow = ['InitiateAuth', 'RespondToAuthChallenge'];
const inRows = new Set([...operationNames.flatMap((name) => requestOf(name).split(' ')), ...inEveryRow]);

const missing = nameable.filter((name) => new RegExp(`\\b${name}\\b`).test(source) && !inRows.has(name));
for (const name of new Set(missing))
  console.error(`src/cognito names ${name}, and test/proof/faults/operations.ts has no row for it.`);

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const filesOf = (path: string): string[] => readdirSync(new URL(path, import.meta.url));

/** The names of the tables whose cells are tests. */
const described = filesOf('.')
  .filter((file) => file.endsWith('.test.ts'))
  .flatMap((file) => [...read(file).matchAll(/\bdescribeRows\((\w+)\)/g)].map(([, table]) => table!));

/** The rows in a table's source, which runs in a browser alone. */
function rowsIn(file: string): string[] {
  const tree = ts.createSourceFile(file, read(`rows/${file}`), ts.ScriptTarget.Latest, true);
  const tables = [...nodes(tree)]
    .filter(ts.isVariableDeclaration)
    .filter(({ name }) => described.includes(name.getText()));
  return tables.flatMap(({ initializer }) => {
    const table = initializer && ts.isSatisfiesExpression(initializer) ? initializer.expression : initializer;
    if (!table || !ts.isObjectLiteralExpression(table)) return [];
    return table.properties.flatMap(({ name }) => (name && 'text' in name ? [name.text] : []));
  });
}

const played = new Set(filesOf('rows/').flatMap(rowsIn));
const unplayed = operationNames.filter((name) => !played.has(name));
for (const name of unplayed) console.error(`No test plays the row ${name}: no table of test/proof/faults/rows has it.`);

const sampled = new Set(operationNames.map(sampleOf));
const passedOver = faultNames.filter((fault) => !sampled.has(fault));
for (const fault of passedOver) console.error(`The sample of npm test has no cell with the fault "${fault}".`);

if (missing.length || unplayed.length || passedOver.length) process.exitCode = 1;
else
  console.log(
    `${operationNames.length} rows: every operation, challenge and flow that src/cognito names has one, and each is played.`,
  );
