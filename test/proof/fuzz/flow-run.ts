/**
 * A million random sequences of events on the flow alone, which needs no browser. The same with a controller, an element and a pool is
 * `npm run test:fuzz`, which takes longer for ten thousand.
 *
 * Run: npx tsx test/proof/fuzz/flow-run.ts [sequences]
 */
import fc from 'fast-check';
import { close } from '../figures.mjs';
import { explain } from './explain.js';
import { anyFlow, type FlowStep, runFlow } from './flow-sequence.js';
import { fuzzSettings } from './settings.mjs';

const million = 1_000_000;
const numRuns = Number(process.argv[2] ?? million);
const { seed, path } = fuzzSettings;
const counts = { sequences: 0, events: 0, failures: 0 };

function once(flow: readonly FlowStep[]): void {
  runFlow(flow);
  counts.sequences++;
  counts.events += flow.length;
  if (counts.sequences % 100_000 === 0)
    console.log(`fuzz:flow: ${counts.sequences} of ${numRuns} sequences, ${counts.events} events`);
}

console.log(`fuzz:flow: seed ${seed}`);
const details = fc.check(fc.property(anyFlow, once), { seed, path, numRuns });
if (details.failed) {
  counts.failures = 1;
  console.log(explain(details, 'npm run test:fuzz:flow'));
}
close('fuzz:flow', counts, !details.failed, { whole: numRuns >= million && !path });
process.exitCode = details.failed ? 1 : 0;
