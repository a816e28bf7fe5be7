/**
 * Each proof ends with one line that gives its figure. With RECORD=1 that line is kept in `test/proof/figures/<proof>.json`, with its date
 * and commit, from where `npm run docs` fills the README's table.
 */
import { execFileSync } from 'node:child_process';
import console from 'node:console';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fuzzSettings } from './fuzz/settings.mjs';
import { failuresOf, isUndecided } from './verdict.mjs';

const folder = new URL('figures/', import.meta.url);

/** `{ cells: 1200, failed: 0 }` as `1,200 cells, 0 failed`. */
const inWords = (counts) =>
  Object.entries(counts)
    .map(([what, count]) => `${count.toLocaleString('en')} ${what}`)
    .join(', ');

const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();

/** What the proofs themselves write. */
const written = [':!test/proof/figures', ':!test/proof/mutation/survivors.md'];

/** Whether what is tried is not what the commit has. */
export const changed = () => git('status', '--porcelain', '--', 'src', 'test', 'demo', ...written);

/** What is random is made again by its seed; the parts of a million have seeds of their own. */
const commandOf = (proof) =>
  (['fuzz', 'fuzz:flow'].includes(proof) ? `FUZZ_SEED=${fuzzSettings.seed} ` : '') + `npm run test:${proof}`;

function record(proof, figure) {
  const date = new Date().toISOString().slice(0, 10);
  const commit = git('rev-parse', '--short', 'HEAD');
  const text = JSON.stringify({ figure, command: commandOf(proof), date, commit }, null, 2);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${proof.replaceAll(':', '-')}.json`, folder), `${text}\n`);
}

/**
 * Prints a proof's closing line, and records it when that is asked for: never of what did not hold, was not the whole, or is not committed.
 * @param {string} proof the proof's name: what stands behind `npm run test:`
 * @param {Record<string, number>} counts what was counted, in the order of the line
 * @param {boolean} holds whether nothing failed
 * @param {{ where?: string, whole?: boolean, failures?: readonly string[] }} [of] `where`: an engine, or another circumstance that the
 *   figure is true for; `whole`: whether all was tried that the command stands for; `failures`: what went wrong, in words
 */
export function close(proof, counts, holds, { where = '', whole = true, failures = [] } = {}) {
  const figure = inWords(counts) + (where && ` (${where})`);
  // By these words `.ci/run` knows whether it may try again.
  const otherwise = isUndecided(failures) ? ' — no verdict' : ' — does not hold';
  console.log(`${proof}: ${figure}${holds ? '' : otherwise}`);
  if (!process.env.RECORD || !holds) return;
  if (!whole) console.log('Not recorded: that was a part of it.');
  else if (changed()) console.log('Not recorded: what was tried is not committed.');
  else record(proof, figure);
}

/** Of a proof in the test runner: a sample, one cell or one sequence is not the whole. */
const isWhole = ({ THOROUGH, ONLY, FUZZ_SEQUENCES, FUZZ_PATH }) =>
  Boolean(THOROUGH) && !ONLY && !FUZZ_SEQUENCES && !FUZZ_PATH;

/** The figures that tests tell of by `tellFigure`, added up over the files and the browsers of one run. */
export function figures() {
  const told = new Map();

  function add({ proof, counts, lines }, browser) {
    const sum = told.get(proof) ?? { counts: {}, lines: [], browsers: new Set() };
    for (const [what, count] of Object.entries(counts)) sum.counts[what] = (sum.counts[what] ?? 0) + count;
    sum.lines.push(...lines.filter((line) => !sum.lines.includes(line))); // the head of a table, from each of its files
    told.set(proof, { ...sum, browsers: sum.browsers.add(browser) });
  }

  function print([proof, { counts, lines, browsers }], holds, failures) {
    for (const line of lines) console.log(line);
    const { BROWSERS } = process.env;
    const where = BROWSERS?.replace(',', ', ') ?? [...browsers].join(', ');
    close(BROWSERS ? `${proof}:engines` : proof, counts, holds, { where, whole: isWhole(process.env), failures });
  }

  return {
    plugin: {
      name: 'figures',
      executeCommand({ command, payload, session }) {
        if (command !== 'tell-figure') return undefined;
        add(payload, session.browser.name);
        return true;
      },
    },
    reporter: {
      stop({ sessions }) {
        const holds = sessions.every(({ passed }) => passed);
        const failures = sessions.flatMap(failuresOf);
        // The runner's own report, which it writes while it ends, would otherwise follow.
        process.once('exit', () => {
          for (const proof of told) print(proof, holds, failures);
        });
      },
    },
  };
}
