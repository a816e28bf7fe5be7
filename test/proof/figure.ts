/** What a test in a browser counts for its proof's closing line. */
import { executeServerCommand } from '@web/test-runner-commands';

/**
 * Adds to the figure of a proof; the runner prints the sum over all files once they have ended.
 * @param proof what stands behind `npm run test:`
 * @param counts what was counted, in the order of the line; the same words in every file of a proof
 * @param lines printed before the closing line: a table, or what did not apply and why
 */
export const tellFigure = (
  proof: string,
  counts: Readonly<Record<string, number>>,
  lines: readonly string[] = [],
): Promise<unknown> => executeServerCommand('tell-figure', { proof, counts, lines });
