import fc from 'fast-check';
import { tellFigure } from '../figure.js';
import { anyFlow, runFlow } from './flow-sequence.js';
import { explain, settings } from './fuzz.js';

/** A file of its own, so that it runs beside the others. */
describe('random events in the flow', () => {
  it('keep every invariant', async () => {
    const { seed, path, sequences } = settings;
    const numRuns = testSettings.thorough ? 60_000 * Math.max(1, sequences / 10_000) : 1000;
    let steps = 0;
    const once = (flow: Parameters<typeof runFlow>[0]) => {
      steps += flow.length;
      runFlow(flow);
    };
    const details = fc.check(fc.property(anyFlow, once), { seed, path, numRuns });
    if (details.failed) throw new Error(explain(details, 'test/proof/fuzz/flow.test.ts'));
    const line = `fuzz: besides, ${numRuns.toLocaleString('en')} sequences of ${steps.toLocaleString('en')} events on the flow alone`;
    await tellFigure('fuzz', { sequences: 0, steps: 0, failures: 0 }, [line]);
  }).timeout(0);
});
