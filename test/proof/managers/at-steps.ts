/** The five ways at every step that asks for a password or a code, in both field modes: how many find the form. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import type { StepName } from '../../../src/flow/state.js';
import { scripts, type Site } from '../steps/site.js';
import { take } from '../steps/take.js';
import type { Visitor } from '../steps/visitor.js';
import { walks, type Walk } from '../steps/walks.js';
import type * as inPage from './detectors.js';

type Asked = inPage.Asked;

export interface Row {
  readonly fields: 'slotted' | 'shadow';
  readonly step: StepName;
  readonly asked: Asked;
  /** Of five. */
  readonly found: number;
}

/** What each step asks for; the others ask for nothing that is kept. */
const asks: Readonly<Partial<Record<StepName, readonly Asked[]>>> = {
  'sign-in': ['current-password'],
  password: ['current-password'],
  code: ['one-time-code'],
  'set-up-totp': ['one-time-code'],
  'new-password': ['new-password'],
  'custom-challenge': ['one-time-code'],
  'reset-password': ['one-time-code', 'new-password'],
  'confirm-sign-up': ['one-time-code'],
};

/** Of these the first step asks for the name alone. */
const byName = ['custom', 'choice', 'passkey'];

/** Light DOM is promised to all; of an open shadow root only who walks through it knows. */
export const expected = { slotted: 5, shadow: 1 } as const;

async function bundle(): Promise<string> {
  const entryPoints = [fileURLToPath(new URL('detectors.ts', import.meta.url))];
  // Playwright puts a script that it injects into a function.
  const footer = { js: 'globalThis.detectors = detectors;' };
  const options = { bundle: true, write: false, format: 'iife', globalName: 'detectors', footer } as const;
  return (await build({ ...options, entryPoints })).outputFiles[0]!.text;
}

const count = ({ root }: Visitor, asked: Asked): Promise<number> =>
  root.evaluate((_, token) => (window as unknown as { detectors: typeof inPage }).detectors.count(token), asked);

/** A row for each form that is to be met; of several walks through a step the first counts that did not find what is expected. */
class Rows {
  readonly #found = new Map<string, Row>();

  add(row: Row): void {
    const key = keyOf(row);
    const before = this.#found.get(key);
    if (!before || before.found === expected[before.fields]) this.#found.set(key, row);
  }

  get all(): readonly Row[] {
    return [...this.#found.values()];
  }

  /** The forms that no walk has come to. */
  get missed(): string[] {
    const everyForm = Object.entries(asks).flatMap(([step, tokens]) =>
      (['slotted', 'shadow'] as const).flatMap((fields) =>
        tokens.map((asked) => keyOf({ fields, step: step as StepName, asked })),
      ),
    );
    return everyForm.filter((key) => !this.#found.has(key)).map((key) => `${key}: is not reached`);
  }
}

const keyOf = ({ fields, step, asked }: Omit<Row, 'found'>): string => `fields="${fields}", ${step}, ${asked}`;

/** @returns a row for each step and what it asks for, and what went wrong on the way */
export async function countAtSteps(browser: Browser, site: Site, pools: string) {
  const rows = new Rows();
  const problems: string[] = [];
  const inject = await bundle();
  const page = (element: string) =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title>${element}
    <script type="module" src="${scripts['one file']}"></script></html>`;
  for (const fields of ['slotted', 'shadow'] as const) {
    const go = async (walk: Walk) => {
      const arrived = async (step: StepName, visitor: Visitor) => {
        if (step === 'sign-in' && byName.includes(walk.scenario)) return;
        for (const asked of asks[step] ?? [])
          rows.add({ ...{ fields, step, asked }, found: await count(visitor, asked) });
      };
      const found = await take(walk, { browser, site, pools, page, inject, arrived, attributes: { fields } });
      problems.push(...found.map((problem) => `fields="${fields}", ${walk.scenario}: ${problem}`));
    };
    await Promise.all(walks.map(go));
  }
  // Where a walk has failed that says why, and whether it was for a time-out.
  return { rows: rows.all, problems: problems.length ? problems : rows.missed };
}
