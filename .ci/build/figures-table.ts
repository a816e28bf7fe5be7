/** The README's table of figures, from what `RECORD=1 npm run test:…` wrote down. */
import { existsSync, readFileSync } from 'node:fs';

interface Recorded {
  readonly figure: string;
  readonly command: string;
  readonly date: string;
  readonly commit: string;
}

/** What each proof shows, in the table's order; `test/proof/figures` has a file for each. */
const proofs = {
  faults:
    'What goes wrong with the network, the service or the page, in every request: one outcome, the right one, and a way on',
  'faults:engines': 'The same in other engines',
  exceptions: 'Every exception that the service’s model names: a code, a text and a next step',
  fuzz: 'Random sequences of what people, services and pages do, on the element, on the controller alone, and in pairs of a known and an unknown user: after each act the twelve invariants hold, as far as each can break them',
  'fuzz:million': 'A million of them, part by part',
  'fuzz:flow': 'A million such sequences on the flow alone, with the invariants that it can break',
  mutation:
    'Defects made on purpose in the flow, the error table, the wire, requests and answers, sessions and storage that the tests find',
  secrets: 'Places searched for passwords, codes, tokens and Sessions',
  policies: 'Strict policies over every step, and markup in every text',
  leaks: 'What is left of a thousand elements that came and went',
  life: 'What a page goes through: back and forward, prerender, reload, sleep, tabs, translation, dialogs',
  managers: 'Ways in which password managers look for a form',
  load: 'Sign-ins side by side',
  supply: 'What the package brings along, and where it comes from',
} as const;

const recorded = (proof: string): Recorded | null => {
  const file = new URL(`../../test/proof/figures/${proof.replaceAll(':', '-')}.json`, import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Recorded) : null;
};

/** Proofs whose command has not been recorded have no row. */
export const figureRows = (): string[][] =>
  Object.entries(proofs).flatMap(([proof, what]) => {
    const found = recorded(proof);
    return found ? [[what, found.figure, `\`${found.command}\``, `${found.date}, ${found.commit}`]] : [];
  });
