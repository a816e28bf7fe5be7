/** How a failure of the fuzz is told. */

interface Failure {
  readonly seed: number;
  readonly counterexamplePath: string | null;
  readonly counterexample: readonly unknown[] | null;
  readonly errorInstance?: unknown;
}

/** What does not hold, in the shortest sequence that was found, and the command that makes it again. */
export function explain({ seed, counterexamplePath, counterexample, errorInstance }: Failure, command: string): string {
  return [
    String((errorInstance as Error).message),
    JSON.stringify(counterexample?.[0]),
    `Again: FUZZ_SEED=${seed} FUZZ_PATH=${counterexamplePath} ${command}`,
  ].join('\n');
}
