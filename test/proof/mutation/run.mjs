/**
 * `npm run test:mutation`: changes the code in one place at a time, and sees whether a test fails. With names of parts, those alone; with
 * `--sample`, the sample that `.ci/run` tries.
 */
import console from 'node:console';
import { close } from '../figures.mjs';
import { parts, sample } from './parts.mjs';
import { tryPart } from './stryker.mjs';
import { judge, nameOf, writePage } from './survivors.mjs';

/** Of each part's mutants, and of all; in per cent. */
const threshold = 90;

const noticed = new Set(['Killed', 'Timeout']);
const unnoticed = new Set(['Survived', 'NoCoverage']);

function summary(part, mutants) {
  const killed = mutants.filter(({ status }) => noticed.has(status)).length;
  const survivors = mutants.filter(({ status }) => unnoticed.has(status));
  return { part, killed, survivors, all: killed + survivors.length };
}

/** In per cent, rounded down: a score must not look better than it is. */
const score = ({ killed, all }) => Math.floor((1000 * killed) / all) / 10;

const line = (result) =>
  `${result.part.padEnd(9)}${`${score(result)} %`.padStart(7)} of ${String(result.all).padStart(4)}: ${parts[result.part].why}`;

function tell(title, names) {
  if (names.length) console.log([title, ...names.map((name) => `  ${JSON.stringify(name)}`)].join('\n'));
}

async function tryAll(names) {
  const results = [];
  for (const part of names) results.push(summary(part, await tryPart(part)));
  return results;
}

const [...named] = process.argv.slice(2);
const sampled = named[0] === '--sample';
const names = sampled ? sample : named.length ? named : Object.keys(parts);
const whole = names.length === Object.keys(parts).length;

const results = await tryAll(names);
for (const result of results) console.log(line(result));
const total = {
  killed: results.reduce((sum, { killed }) => sum + killed, 0),
  all: results.reduce((sum, { all }) => sum + all, 0),
};
const { fresh, stale } = judge(results.flatMap(({ survivors }) => survivors.map(nameOf)));
tell('Survivors that nobody has judged; a test is missing, or a line in test/proof/mutation/judgements.json:', fresh);
if (whole)
  tell('Judged, and noticed by now or no more; to be taken out of test/proof/mutation/judgements.json:', stale);

const enough = results.every((result) => score(result) >= threshold);
const holds = enough && fresh.length === 0;
if (!enough) console.log(`Each part has to reach ${threshold} %. One alone: npm run test:mutation -- <part>`);
if (whole && holds && process.env.RECORD) writePage();
const counts = {
  mutants: total.all,
  '% noticed': score(total),
  'survivors judged': total.all - total.killed - fresh.length,
};
close('mutation', { ...counts, 'not judged': fresh.length }, holds, { where: whole ? '' : names.join(', '), whole });
process.exitCode = holds ? 0 : 1;
