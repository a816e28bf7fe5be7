/**
 * Each proof ends with one line that gives its figure. With RECORD=1 that line is kept in `test/proof/figures/<proof>.json`, with its date
 * and commit, from where `npm run docs` fills the README's table.
 */
import { execFileSync } from 'node:child_process';
import console from 'node:console';
import { mkdirSync, writeFileSync } from 'node:fs';

const folder = new URL('figures/', import.meta.url);

/** `{ cells: 1200, failed: 0 }` as `1,200 cells, 0 failed`. */
const inWords = (counts) =>
  Object.entries(counts)
    .map(([what, count]) => `${count.toLocaleString('en')} ${what}`)
    .join(', ');

const commit = () => execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();

function record(proof, figure, command) {
  const date = new Date().toISOString().slice(0, 10);
  mkdirSync(folder, { recursive: true });
  const text = JSON.stringify({ figure, command, date, commit: commit() }, null, 2);
  writeFileSync(new URL(`${proof}.json`, folder), `${text}\n`);
}

/**
 * Prints a proof's closing line, and records it when that is asked for; what did not hold is never recorded.
 * @param {string} proof the proof's name: what stands behind `npm run test:`
 * @param {Record<string, number>} counts what was counted, in the order of the line
 * @param {boolean} holds whether nothing failed
 * @param {string} [where] an engine, or another circumstance the figure is true for
 */
export function close(proof, counts, holds, where = '') {
  const figure = inWords(counts) + (where && ` (${where})`);
  console.log(`${proof}: ${figure}${holds ? '' : ' — does not hold'}`);
  if (holds && process.env.RECORD) record(proof, figure, `npm run test:${proof}`);
}

/** The figures that tests tell of by `tellFigure`, added up over the files and the browsers of one run. */
export function figures() {
  const told = new Map();

  function add({ proof, counts, lines }, browser) {
    const sum = told.get(proof) ?? { counts: {}, lines: [], browsers: new Set() };
    for (const [what, count] of Object.entries(counts)) sum.counts[what] = (sum.counts[what] ?? 0) + count;
    sum.lines.push(...lines.filter((line) => !sum.lines.includes(line))); // the head of a table, from each of its files
    told.set(proof, { ...sum, browsers: sum.browsers.add(browser) });
  }

  function print([proof, { counts, lines, browsers }], holds) {
    for (const line of lines) console.log(line);
    close(proof, counts, holds, process.env.BROWSERS ?? [...browsers].join(', '));
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
        // The runner's own report, which it writes while it ends, would otherwise follow.
        process.once('exit', () => {
          for (const proof of told) print(proof, holds);
        });
      },
    },
  };
}
