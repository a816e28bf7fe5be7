/** How the matrix is printed: a line for each operation, a letter for each fault. */
import { faultNames, type FaultName } from './faults.js';

export type Mark = 'holds' | 'failed' | 'unfit';

const signs: Readonly<Record<Mark, string>> = { holds: '+', failed: 'X', unfit: '·' };
const letters = 'abcdefghijklmnopqrstuvwxyzABCD';
const width = 30;

/** What the letters stand for, and the head of the table. */
export const columns: readonly string[] = [
  'Faults:',
  ...faultNames.map((name, index) => `  ${letters[index]}  ${name}`),
  'Each cell: + holds, X failed, · does not apply, blank: not played.',
  `${''.padEnd(width)} ${letters}`,
];

export const rowLine = (name: string, marks: ReadonlyMap<FaultName, Mark>): string =>
  `${name.padEnd(width)} ${faultNames.map((fault) => (marks.has(fault) ? signs[marks.get(fault)!] : ' ')).join('')}`;

/** Why cells do not apply; the same words from each file that has such cells, which are printed once. */
export function reasonLine(name: string, reason: string, unfit: readonly FaultName[]): string {
  const all = unfit.length === faultNames.length;
  return `· ${all ? name : unfit.map((fault) => letters[faultNames.indexOf(fault)]).join(', ')}: ${reason}`;
}
