import fc from 'fast-check';
import { tellFigure } from '../figure.js';
import { explain } from './explain.js';
import { anyFlow, runFlow } from './flow-sequence.js';
import { settings } from './fuzz.js';

/** A sample in this engine; flow-run.ts tries a million. */
describe('random events in the flow', () => {
  it('keep every invariant', async () => {
    const { seed, path } = settings;
    const numRuns = 1000;
    let events = 0;
    const once = (flow: Parameters<typeof runFlow>[0]) => {
      runFlow(flow);
      events += flow.length;
    };
    const details = fc.check(fc.property(anyFlow, once), { seed, path, numRuns });
    if (details.failed) throw new Error(explain(details, 'npx web-test-runner --files test/proof/fuzz/flow.test.ts'));
    const line = `fuzz: besides, ${numRuns.toLocaleString('en')} sequences of ${events.toLocaleString('en')} events on the flow alone`;
    await tellFigure('fuzz', { sequences: 0, steps: 0, failures: 0 }, [line]);
  });
});
