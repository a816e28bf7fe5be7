/** The cells of some rows as tests, and their part of the matrix's table. */
import { tellFigure } from '../figure.js';
import { cellTest } from './alone.js';
import { Cell } from './cell.js';
import { faultNames, faults, whyNot, type FaultCase, type FaultName } from './faults.js';
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

  /** Of a fault that comes in several ways each is a test; the cell holds when they all do. */
  #addTest(fault: FaultName): void {
    const { ways = [''] }: FaultCase = faults[fault];
    const waiting = new Set<string>(ways);
    for (const way of ways) {
      const title = `${this.name} × ${fault}${way && `: ${way}`}`;
      cellTest(title, sampleOf(this.name) === fault, async () => {
        this.marks.set(fault, 'failed');
        await play(new Cell(this.name, fault, this.row, way));
        waiting.delete(way);
        if (!waiting.size) this.marks.set(fault, 'holds');
      });
    }
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
