import console from 'node:console';

/** Prints how far a long fuzz is, while it goes on: what a page logs is shown at its end alone. */
export const fuzzProgress = () => ({
  name: 'fuzz-progress',
  executeCommand({ command, payload }) {
    if (command !== 'fuzz-progress') return undefined;
    const { sequences, numRuns, steps, file } = payload;
    console.log(`fuzz: ${file}: ${sequences} of ${numRuns} sequences, ${steps} steps`);
    return true;
  },
});
