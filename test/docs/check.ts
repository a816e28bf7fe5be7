/** Checks the documents: `npx tsx test/docs/check.ts`. One line for each rule; exits with 1 when one is broken. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filled, markers, tableNames } from '../../.ci/build/docs.js';
import { report } from '../package/report.js';

const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
  ...['demo/aws/README.md', 'demo/user-pool/README.md'],
];
/** Whose links are looked at; the last names files of each host's own folder. */
const linking = [...documents, 'demo/hosts/README.md'];
const read = (path: string): string => readFileSync(path, 'utf8');
const readme = read('README.md');
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

/** The lines that `npm run docs` would write otherwise. */
async function stale(): Promise<string[]> {
  const [is, wanted] = [readme.split('\n'), (await filled(readme)).split('\n')];
  const line = wanted.findIndex((text, place) => text !== is[place]);
  return line < 0 && is.length === wanted.length ? [] : [`README.md:${line + 1}: run \`npm run docs\``];
}

const missingTables = (): string[] =>
  tableNames.filter((name) => !markers(readme).includes(`api:${name}`)).map((name) => `README.md has no api:${name}`);

/** A reader takes in five lines at a glance. */
const longRecipes = (): string[] =>
  [...readme.matchAll(/<!-- (recipe:\S+) -->\n\n```\w*\n([^]*?)\n```/g)]
    .map(([, name, text]) => ({ name, lines: text!.split('\n').filter(Boolean).length }))
    .filter(({ lines }) => lines > 5)
    .map(({ name, lines }) => `${name} has ${lines} lines`);

/** Links to files, from the folder of the document. */
const lostLinks = (): string[] =>
  linking.flatMap((path) =>
    [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, target]) => join(dirname(path), target!))
      .filter((target) => !existsSync(target))
      .map((target) => `${path} leads to ${target}`),
  );

/** Files that are named by their whole path. */
const lostFiles = (): string[] =>
  documents.flatMap((path) =>
    [...read(path).matchAll(/`((?:src|test|demo|\.ci)\/[\w./-]+)`/g)]
      .map(([, target]) => target!)
      .filter((target) => !existsSync(target))
      .map((target) => `${path} names ${target}`),
  );

const lostScripts = (): string[] =>
  documents.flatMap((path) =>
    [...read(path).matchAll(/npm run ([\w:]+)/g)]
      .map(([, name]) => name!)
      .filter((name) => !Object.hasOwn(scripts, name))
      .map((name) => `${path} names the script ${name}`),
  );

/** Every line of a table under "test" links to the file that would fail. */
const promisesWithoutTest = (): string[] =>
  read('SECURITY.md')
    .split('\n')
    .filter((line) => /^\| (?!promise )/.test(line) && !/\]\(test\/[^)]+\.m?ts\) *[^|]*\|$/.test(line))
    .map((line) => `SECURITY.md: ${line.slice(0, 80)}`);

/** Markdown shows a table's row behind an empty line as text. */
const strayRows = (): string[] =>
  documents.flatMap((path) =>
    [...read(path).matchAll(/\n\n(\|.*)\n(?!\|[-:| ]+\|\n)/g)].map(([, row]) => `${path}: ${row!.slice(0, 80)}`),
  );

/** What `.ci/run` calls, all files named by it and by the commands that it calls. */
const calledByCi = (): string =>
  [...read('.ci/run').matchAll(/npm (?:run )?([\w:]+)/g)].map(([, name]) => scripts[name!] ?? '').join('\n');

/** A test that nobody runs holds no promise. `npm test` runs all that end in `.test.ts`. */
function promisesOfIdleTests(): string[] {
  const called = calledByCi();
  const areas = (path: string) => [path, dirname(path), path.split('/').slice(0, 3).join('/')];
  return [...read('SECURITY.md').matchAll(/\]\((test\/[^)]+)\)/g)]
    .map(([, path]) => path!)
    .filter((path) => !path.endsWith('.test.ts') && !areas(path).some((area) => called.includes(area)))
    .map((path) => `${path} is run by none of the commands in .ci/run`);
}

await report('docs', {
  'the README’s tables and recipes are those of the manifest and the hosts': stale,
  'every table is in the README': missingTables,
  'no recipe has more than five lines': longRecipes,
  'every link leads to a file': lostLinks,
  'every file that is named is there': lostFiles,
  'every script that is named is there': lostScripts,
  'every promise links to its test': promisesWithoutTest,
  'which .ci/run runs': promisesOfIdleTests,
  'every row belongs to a table': strayRows,
});
