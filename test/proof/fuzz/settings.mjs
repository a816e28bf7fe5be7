/** What `FUZZ_…` in the environment asks of the fuzz: read here, handed to the pages as `testSettings.fuzz`. */
const { THOROUGH, FUZZ_SEED, FUZZ_PATH, FUZZ_SEQUENCES } = process.env;

export const fuzzSettings = {
  /** Of a run to be made again; otherwise another for each thorough run, and the same for every sample: `npm test` shall not depend on chance. */
  seed: FUZZ_SEED ? Number(FUZZ_SEED) : THOROUGH ? Date.now() % 2 ** 31 : 2026,
  /** With the seed: the one sequence to be made again. */
  path: FUZZ_PATH ?? '',
  /** How many in place of the 10,000; 0: those. */
  sequences: FUZZ_SEQUENCES ? Number(FUZZ_SEQUENCES) : 0,
  /** How long a test file may take, in milliseconds; a proof as a whole, a day. */
  patience: THOROUGH ? 86_400_000 : 120_000,
};
