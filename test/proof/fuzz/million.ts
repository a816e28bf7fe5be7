/**
 * A million random sequences on the controller and the element, some three hours on two cores: in parts, each with its number for a
 * seed. With RECORD=1 the parts that held are kept, and another run goes on with those that are missing, as long as the element, the
 * pool and the fuzz are what they were.
 *
 * Run: npx tsx test/proof/fuzz/million.ts [how many parts at most] [which to begin with: after something was mended, one not tried before]
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import { changed, close } from '../figures.mjs';

const whole = 50;
const each = 20_000;
const [most = whole, first = 1] = process.argv.slice(2).map(Number);

interface Part {
  readonly seed: number;
  readonly sequences: number;
  readonly steps: number;
  readonly date: string;
  readonly commit: string;
}

/** The parts that held, of one state of what they tried. */
interface Kept {
  readonly src: string;
  readonly pool: string;
  readonly fuzz: string;
  readonly parts: readonly Part[];
}

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
const file = new URL('../figures/fuzz-million-parts.json', import.meta.url);
const keeps = Boolean(process.env.RECORD) && !changed();
const treeOf = (folder: string): string => git('rev-parse', `HEAD:${folder}`);
const treesNow = () => ({ src: treeOf('src'), pool: treeOf('demo/user-pool'), fuzz: treeOf('test/proof/fuzz') });
const tried = treesNow();

function readKept(): Part[] {
  if (!keeps || !existsSync(file)) return [];
  const { parts, ...trees } = JSON.parse(readFileSync(file, 'utf8')) as Kept;
  return isDeepStrictEqual(trees, tried) ? [...parts] : [];
}

const parts = readKept();

/** @throws where the files are not what they were when the run began, since a part takes them as they are */
function keep(part: Part): void {
  if (keeps && (changed() || !isDeepStrictEqual(treesNow(), tried))) throw new Error('What is tried has changed.');
  parts.push(part);
  parts.sort((one, other) => one.seed - other.seed);
  if (keeps) writeFileSync(file, `${JSON.stringify({ ...tried, parts } satisfies Kept, null, 2)}\n`);
  console.log(`fuzz:million: part ${part.seed} held, ${parts.length} of ${whole}`);
}

/** The line that `npm run test:fuzz` ends with. */
const closing = /^fuzz: 0 failures, ([\d,]+) sequences, ([\d,]+) steps/m;
const toNumber = (text: string): number => Number(text.replaceAll(',', ''));

async function run(seed: number): Promise<Part> {
  const env = { ...process.env, THOROUGH: '1', RECORD: '', FUZZ_SEED: String(seed), FUZZ_SEQUENCES: String(each) };
  const args = ['web-test-runner', '--files', 'test/proof/fuzz/*.test.ts'];
  const runner = spawn('npx', args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => runner.once('close', resolve));
  const output = (await buffer(runner.stdout)).toString();
  const [, sequences, steps] = closing.exec(output) ?? [];
  if ((await ended) !== 0 || !sequences || !steps) throw new Error(`Part ${seed} does not hold.\n${output}`);
  const [date, commit] = [new Date().toISOString().slice(0, 10), git('rev-parse', '--short', 'HEAD')];
  return { seed, sequences: toNumber(sequences), steps: toNumber(steps), date, commit };
}

const missing = Array.from({ length: whole }, (_, index) => ((first - 1 + index) % whole) + 1)
  .filter((seed) => !parts.some((part) => part.seed === seed))
  .slice(0, most);
let failures = 0;
try {
  for (const seed of missing) keep(await run(seed));
} catch (failure) {
  failures = 1;
  console.log((failure as Error).message);
}
const total = (count: 'sequences' | 'steps'): number => parts.reduce((sum, part) => sum + part[count], 0);
const where = parts.length < whole ? `${parts.length} of ${whole} parts` : '';
const counts = { sequences: total('sequences'), steps: total('steps'), failures };
close('fuzz:million', counts, !failures, { where, whole: parts.length === whole });
process.exitCode = failures;
