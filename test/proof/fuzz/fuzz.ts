/** Random sequences by the seed, past failures first; a failure is made as short as it can be, and printed with what makes it again. */
import { executeServerCommand } from '@web/test-runner-commands';
import fc from 'fast-check';
import { tellFigure } from '../figure.js';
import { anyAct } from './acts.js';
import corpus from './corpus.json';
import { explain } from './explain.js';
import { discreet, runPair } from './pair.js';
import { run, type MakeSubject, type Sequence } from './sequence.js';
import { starts } from './starts.js';

/** As settings.mjs has them. */
interface FuzzSettings {
  readonly seed: number;
  readonly path: string;
  readonly sequences: number;
}

export const { fuzz: settings } = testSettings as typeof testSettings & { readonly fuzz: FuzzSettings };

const set = fc.record({
  'page-challenges': fc.constantFrom('taken', 'left'),
  resend: fc.constantFrom('keep', 'keep', 'ask', 'off'),
  resume: fc.constantFrom('off', 'off', 'session'),
});

const sequences = ({ set: more = {}, pairs = false }: Plan): fc.Arbitrary<Sequence> =>
  fc.record({
    start: fc.constantFrom(...(pairs ? discreet : starts.map(({ name }) => name))),
    set: set.map((chosen) => ({ ...chosen, ...more })),
    acts: fc.array(anyAct, { minLength: 1, maxLength: 24, size: 'max' }),
  });

interface Plan {
  readonly level: 'controller' | 'element';
  /** Of the test file, for the command that makes a failure again. */
  readonly file: string;
  readonly make: MakeSubject;
  /** How many of the 10,000. */
  readonly share: number;
  /** How many in `npm test`. */
  readonly sample: number;
  readonly set?: Readonly<Record<string, string>>;
  /** Which part of its sequences a file runs, where several share them: another part has other seeds. From 0. */
  readonly part?: number;
  /** Each twice, with a wrong password and with an unknown name: I12. */
  readonly pairs?: boolean;
}

/** More than there are parts of the million. */
const partStep = 1000;

/** How many sequences a run has of those that 10,000 have `share` of. */
export function countOf({ share, sample }: Pick<Plan, 'share' | 'sample'>): number {
  const { sequences: all } = settings;
  if (!testSettings.thorough) return sample;
  return all ? Math.ceil((share * all) / 10_000) : share;
}

/** @throws with the shortest sequence that breaks an invariant */
export async function fuzz(plan: Plan): Promise<void> {
  const { make, file, level } = plan;
  const { path } = settings;
  // A failure is told with the seed that it has by then.
  const seed = path ? settings.seed : settings.seed + (plan.part ?? 0) * partStep;
  const numRuns = countOf(plan);
  const counts = { sequences: 0, steps: 0, failures: 0 };
  const once = async (sequence: Sequence): Promise<void> => {
    const { steps } = await (plan.pairs ? runPair : run)(sequence, make).catch((error: unknown) => {
      counts.failures = 1;
      throw error;
    });
    if (counts.failures) return; // what follows makes the failure shorter
    counts.sequences++;
    counts.steps += steps;
    if (counts.sequences % 5000 === 0) await executeServerCommand('fuzz-progress', { ...counts, numRuns, file });
  };
  const isOwn = (one: Past): boolean => one.level === level && (one.pairs ?? false) === (plan.pairs ?? false);
  const past = path || plan.part ? [] : (corpus as unknown as Past[]).filter(isOwn);
  try {
    for (const { level: _, pairs: __, ...sequence } of past) await once(sequence).catch(tellPast(sequence));
    const details = await fc.check(fc.asyncProperty(sequences(plan), once), { seed, path, numRuns });
    if (details.failed) throw new Error(explain(details, `THOROUGH=1 npx web-test-runner --files ${file}`));
  } finally {
    const { sequences: all } = counts;
    await tellFigure('fuzz', counts, [
      `fuzz: ${file}: ${all} held, ${past.length} of the past and others by seed ${seed}`,
    ]);
  }
}

const tellPast = (sequence: Sequence) => (error: unknown) => {
  throw new Error(`${String((error as Error).message)}\n${JSON.stringify(sequence)}\nIt is of corpus.json.`);
};

/** A failure that was found and mended. */
interface Past extends Sequence {
  readonly level: Plan['level'];
  readonly pairs?: boolean;
}
