/**
 * Every exception that the service model names for an operation that src calls, in each step that calls it; one that no model names; and
 * the messages that say more than a name. Each comes to a code, a text in every language and a next step.
 */
import { expect } from '@open-wc/testing';
import { languageCodes, loadMessages } from '../../../src/i18n/load-messages.js';
import { loadLaterSteps } from '../../../src/views/show-step.js';
import { tellFigure } from '../figure.js';
import { forms, requestId } from './forms.js';
import { meaningOf, unknown } from './meanings.js';
import pairs from './pairs.json' with { type: 'json' };
import { type Ending, play } from './play.js';
import { around } from './situations/around.js';
import { challenges } from './situations/challenges.js';
import { signIns } from './situations/sign-in.js';
import { expected, type Refusal, type Situation } from './situations/situation.js';
import { variants } from './variants.js';
import { type Texts, wrongWords } from './words.js';

const operations: Readonly<Record<string, readonly string[]>> = pairs.operations;
const { thorough } = testSettings;
const allForms = Object.keys(forms);

const everywhere = [...signIns, ...challenges, ...around];
const quick = everywhere.filter(({ reckons }) => !reckons);
/** In the sample one for each operation. */
const situations = thorough
  ? everywhere
  : quick.filter(({ operation }, place) => quick.findIndex((other) => other.operation === operation) === place);

/** Found nowhere in what a person is told. */
const canary = 'Message-canary-4417';

interface Cell extends Refusal {
  readonly situation: Situation;
  readonly form: string;
  readonly status: number;
}

/** What has been played, for the figure. */
const played = { pairs: new Set<string>(), variants: new Set<string>(), sent: new Set<string>() };
let refusals = 0;
let told = 0;
let texts: Texts = [];

/** One each, taken in turn. */
const formFor = (index: number): string => allForms[index % allForms.length]!;

const exceptionCells = (situation: Situation): Cell[] =>
  operations[situation.operation]!.map((exception, index) => {
    const status = exception === 'InternalErrorException' ? 500 : 400;
    return { exception, message: canary, code: meaningOf(exception), situation, status, form: formFor(index) };
  });

const unknownCells = (situation: Situation): Cell[] =>
  unknown.map(([status, code], index) => {
    const exception = 'NeverHeardOfException';
    return { exception, message: canary, code, situation, status, form: formFor(index) };
  });

/** Where SRP is reckoned, words are read in one place for all: the answer to the proof. */
function variantCells(situation: Situation): Cell[] {
  if (situation.reckons && situation.name !== 'PASSWORD_VERIFIER') return [];
  return variants
    .filter(({ exception }) => operations[situation.operation]!.includes(exception))
    .map((variant, index) => ({ ...variant, situation, status: 400, form: formFor(index) }));
}

/** What the page is told besides the code: enough to look into it, and nothing that tells whether there is an account. */
function wrongDetails({ exception }: Cell, { failures: [error] }: Ending): string[] {
  if (!error) return [];
  const discreet = error.code === 'invalid-credentials' || (error.code === 'wrong-code' && !error.cause);
  const named = discreet ? error.cause === undefined : error.cause?.name === exception;
  return [
    ...(named ? [] : [`its cause is ${JSON.stringify(error.cause)}`]),
    ...(error.requestId === requestId ? [] : [`its request id is ${error.requestId}`]),
  ];
}

/** @returns a line for what does not hold */
async function check(cell: Cell): Promise<string[]> {
  const { situation, exception, message, form, status } = cell;
  const { operation, name } = situation;
  const where = `${operation} ${name}: ${exception} “${message}”, ${status}, ${form}`;
  const ending = await play(situation, forms[form]!({ exception, message, status }));
  if (ending.asked !== operation) return [`${where}: the request was ${ending.asked}`];
  const { step, code, shown = code } = expected(situation, cell);
  const { state, failures } = ending;
  const came = [state.name, failures.map((failure) => failure.code).join() || null, state.error?.code ?? null];
  refusals++;
  if (code) told++;
  for (const sent of ending.sent) played.sent.add(sent);
  const wrong = came.join(' / ') === [step, code, shown].join(' / ') ? [] : [`came to ${came.join(' / ')}`];
  const expecting = wrong.length ? [`expected ${[step, code, shown].join(' / ')}`] : [];
  return [
    ...wrong,
    ...expecting,
    ...wrongWords(situation, cell, ending, canary, texts),
    ...wrongDetails(cell, ending),
  ].map((line) => `${where}: ${line}`);
}

/** In the sample every third; the situations begin in turn at another one. */
const isTurnOf = ({ situation }: Cell, index: number): boolean =>
  thorough || (index + situations.indexOf(situation)) % 3 === 0;

/** @returns the cells that were checked */
async function checkAll(cells: readonly Cell[]): Promise<readonly Cell[]> {
  const checked = cells.filter(isTurnOf);
  const wrong = (await Promise.all(checked.map(check))).flat();
  if (wrong.length) throw new Error(`${wrong.length} do not hold (npm run test:exceptions):\n${wrong.join('\n')}`);
  return checked;
}

before(async () => {
  await loadLaterSteps();
  texts = await Promise.all(languageCodes.map(async (code) => [code, await loadMessages(code)] as const));
});

let failed = false;
afterEach(function () {
  failed ||= this.currentTest?.state === 'failed';
});

for (const situation of situations) {
  const { operation, name } = situation;
  describe(`${operation} ${name}, refused`, function () {
    this.timeout(60_000);

    it('by each exception of the service model', async () => {
      const cells = await checkAll(exceptionCells(situation));
      for (const { exception } of cells) played.pairs.add(`${operation} ${exception}`);
    });

    it('by one that no model names', () => checkAll(unknownCells(situation)));

    it('in words that say more than its name', async () => {
      const cells = await checkAll(variantCells(situation));
      for (const { exception, message } of cells) played.variants.add(`${exception} ${message}`);
    });
  });
}

if (thorough)
  describe('the proof', () => {
    it('has refused everything that is sent, by every exception and in all words', function () {
      if (failed) this.skip(); // that says why, and whether it was for a time-out
      expect([...played.sent].sort()).to.deep.equal(Object.keys(operations).sort());
      expect(played.pairs.size).to.equal(Object.values(operations).flat().length);
      expect(played.variants.size).to.equal(variants.length);
    });
  });

/** Where no failure is told, whatever is refused. */
const silent = situations.flatMap(({ operation, ways }) => (typeof ways === 'string' ? [operation] : []));

after(async () => {
  const [pairsPlayed, variantsPlayed] = [played.pairs.size, played.variants.size];
  const counts = { pairs: pairsPlayed, variants: variantsPlayed, languages: texts.length, refusals };
  await tellFigure('exceptions', counts, [
    `${refusals} refusals in ${situations.length} situations: ${told} told to the page with a code.`,
    `After the others a step says what is to be done, nobody shall learn of the account, or the person is signed in or out all the same:`,
    `${[...new Set(silent)].join(', ')}.`,
  ]);
});
