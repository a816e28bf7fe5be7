/**
 * Which exceptions the service model names for the operations that src calls. `pairs.json` keeps them, and the tests beside it go
 * through them; this reports what an update of the model's package, or a new operation in src, has changed.
 *
 * Run: npx tsx test/proof/exceptions/model.ts, and with --update to take the changes over
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { nodes, root, sources } from '../../package/sources.js';

interface Pairs {
  readonly package: string;
  readonly version: string;
  readonly operations: Readonly<Record<string, readonly string[]>>;
}

const name = '@aws-sdk/client-cognito-identity-provider';
const folder = join(root, 'node_modules', name);
const table = 'test/proof/exceptions/pairs.json';

const commandOf = (operation: string) => join(folder, `dist-types/commands/${operation}Command.d.ts`);

/** Every text in src that is the name of one of the service's operations. */
function operationsInSource(): string[] {
  const texts = sources.flatMap(({ tree }) => [...nodes(tree)].filter(ts.isStringLiteral).map(({ text }) => text));
  return [...new Set(texts)].filter((text) => /^[A-Z]\w+$/.test(text) && existsSync(commandOf(text))).sort();
}

/** By the command's documentation; the last one there stands for all that the service throws. */
function exceptionsOf(operation: string): string[] {
  const text = readFileSync(commandOf(operation), 'utf8');
  const found = [...text.matchAll(/@throws \{@link (\w+)\}/g)].map(([, exception]) => exception!);
  return found.filter((exception) => exception !== 'CognitoIdentityProviderServiceException').sort();
}

function readModel(): Pairs {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const operations = operationsInSource().map((operation) => [operation, exceptionsOf(operation)]);
  return { package: name, version, operations: Object.fromEntries(operations) as Pairs['operations'] };
}

const pairsOf = ({ operations }: Pairs): string[] =>
  Object.entries(operations).flatMap(([operation, exceptions]) => exceptions.map((one) => `${operation} ${one}`));

/** @returns one line for each thing that is in one of them alone */
function differences(kept: Pairs, found: Pairs): string[] {
  const [before, now] = [kept, found].map((pairs) => [...Object.keys(pairs.operations), ...pairsOf(pairs)]);
  return [
    ...now!.filter((line) => !before!.includes(line)).map((line) => `new: ${line}`),
    ...before!.filter((line) => !now!.includes(line)).map((line) => `gone: ${line}`),
  ];
}

const advice = `
Look at what is new in src/cognito/errors.ts; then
  npx tsx test/proof/exceptions/model.ts --update
  say in test/proof/exceptions/meanings.ts what a new exception means, and in test/proof/exceptions/situations where a new operation is asked
  npm run test:exceptions`;

const found = readModel();
if (process.argv.includes('--update')) writeFileSync(join(root, table), `${JSON.stringify(found, null, 2)}\n`);
const kept = JSON.parse(readFileSync(join(root, table), 'utf8')) as Pairs;
const changed = differences(kept, found);
const [operations, pairs] = [Object.keys(found.operations).length, pairsOf(found).length];
console.log(`${name} ${found.version} (${table}: ${kept.version}): ${operations} operations in src, ${pairs} pairs`);
for (const line of changed) console.log(`  ${line}`);
if (changed.length) console.log(advice);
process.exitCode = changed.length ? 1 : 0;
