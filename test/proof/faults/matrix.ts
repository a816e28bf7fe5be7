/** The cells of some rows as tests, and their part of the matrix's table. */
import { tellFigure } from '../figure.js';
import { Cell } from './cell.js';
import { faultNames, whyNot, type FaultName } from './faults.js';
import { operations, type OperationName } from './operations.js';
import { goesOn, holds } from './post-conditions.js';
import { sampleOf } from './sample.js';
import type { Row } from './scene.js';
import { columns, reasonLine, rowLine, type Mark } from './table.js';

async function play(cell: Cell): Promise<void> {
  await cell.arrive();
  await cell.meet();
  await holds(cell);
  await goesOn(cell);
}

/** On a machine that does other work, too; in milliseconds. */
const patience = 30_000;

/** What a person needs to see one cell alone. */
const alone = (title: string): string => `ONLY='${title}' npm run test:faults`;

/** A row's cells, in the order of the columns. */
class Line {
  readonly marks = new Map<FaultName, Mark>();
  readonly reasons = new Map<string, FaultName[]>();

  constructor(
    readonly name: OperationName,
    readonly row: Row,
    unfit: string | null,
  ) {
    for (const fault of faultNames) this.#add(fault, unfit ?? whyNot(fault, operations[name]));
  }

  #add(fault: FaultName, reason: string | null): void {
    if (reason === null) return this.#addTest(fault);
    this.marks.set(fault, 'unfit');
    this.reasons.set(reason, [...(this.reasons.get(reason) ?? []), fault]);
  }

  #addTest(fault: FaultName): void {
    const title = `${this.name} × ${fault}`;
    const { thorough, only } = testSettings;
    if (only ? !title.includes(only) : !thorough && sampleOf(this.name) !== fault) return;
    it(title, async () => {
      this.marks.set(fault, 'failed');
      try {
        await play(new Cell(this.name, fault, this.row));
      } catch (error) {
        if (error instanceof Error) error.message += ` (alone: ${alone(title)})`;
        throw error;
      }
      this.marks.set(fault, 'holds');
    }).timeout(patience);
  }

  count(mark: Mark): number {
    return [...this.marks.values()].filter((one) => one === mark).length;
  }
}

/**
 * Tests of these rows; with the figure at their end.
 * @param unfit why none of them applies in the browser under test
 */
export function describeRows(rows: Readonly<Partial<Record<OperationName, Row>>>, unfit: string | null = null): void {
  const lines = (Object.keys(rows) as OperationName[]).map((name) => new Line(name, rows[name]!, unfit));
  const sum = (mark: Mark) => lines.reduce((total, line) => total + line.count(mark), 0);
  const tell = async () => {
    const [held, failed, unfitting] = [sum('holds'), sum('failed'), sum('unfit')];
    const reasons = lines.flatMap(({ name, reasons }) => [...reasons].map((entry) => reasonLine(name, ...entry)));
    await tellFigure(
      'faults',
      { cells: held + failed, failed, 'that do not apply': unfitting },
      testSettings.thorough ? [...columns, ...lines.map(({ name, marks }) => rowLine(name, marks)), ...reasons] : [],
    );
  };
  // Mocha runs no hook where there is no test.
  if (unfit) it(`is not tried: ${unfit}`, tell);
  else after(tell);
}
