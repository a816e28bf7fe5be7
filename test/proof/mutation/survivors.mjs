/** The mutants that no test notices: each is judged in judgements.json, or it is told as new. */
import { readFileSync, writeFileSync } from 'node:fs';

const here = (name) => new URL(name, import.meta.url);

/** By the reason why no test is needed, the mutants for which it is true, by name. */
const readJudgements = () => JSON.parse(readFileSync(here('judgements.json'), 'utf8'));

const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

/**
 * A mutant by its file, its line, and what becomes of that; by no number of a line, which changes with every line above it. Of several
 * lines that read the same, by which of them it is.
 */
export function nameOf({ fileName, location: { start, end }, replacement }) {
  const all = readFileSync(fileName, 'utf8').split('\n');
  const lines = all.slice(start.line - 1, end.line);
  const [before, after] = [lines[0].slice(0, start.column - 1), lines.at(-1).slice(end.column - 1)];
  const text = lines.join('\n');
  const alike = all.slice(0, start.line).filter((_, at) => all.slice(at, at + lines.length).join('\n') === text).length;
  const which = alike > 1 ? ` (${alike})` : '';
  return `${fileName}: ${oneLine(text)} → ${oneLine(before + replacement + after)}${which}`;
}

/**
 * Holds the survivors against what was judged.
 * @param {string[]} survivors by name
 * @returns which were never judged, and which judgements are of mutants that are noticed by now, or are no more
 */
export function judge(survivors) {
  const judged = new Set(Object.values(readJudgements()).flat());
  const surviving = new Set(survivors);
  return {
    fresh: survivors.filter((name) => !judged.has(name)),
    stale: [...judged].filter((name) => !surviving.has(name)),
  };
}

/** Writes what was judged as a page to read. */
export function writePage() {
  const sections = Object.entries(readJudgements()).map(([why, names]) =>
    [`## ${why}`, '', ...names.map((name) => `- ${asItem(name)}`)].join('\n'),
  );
  const head = [
    '# Mutants that no test notices',
    '',
    'Written by `RECORD=1 npm run test:mutation` from `judgements.json`. Each stands under the reason why it needs no test: it changes',
    'nothing that anyone could see, or nothing that matters. One that is not here makes the command fail.',
  ];
  writeFileSync(here('survivors.md'), `${[head.join('\n'), ...sections].join('\n\n')}\n`);
}

function asItem(name) {
  const [, file, before, after] = /^(\S+): (.*) → (.*)$/.exec(name);
  return `${file}: \`\` ${before} \`\` → \`\` ${after} \`\``;
}
