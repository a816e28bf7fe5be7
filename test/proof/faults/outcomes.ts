/** What a page and a person can tell of a cell: read off the element, as it stands and as it told. */
import en from '../../../src/i18n/en.js';
import type { ErrorCode } from '../../../src/flow/error.js';
import type { Person, Told } from '../../support/person.js';
import type { Row, Scene } from './scene.js';

/** One submission leads to exactly one of these, or to a further step. */
const outcomeEvents: ReadonlySet<string> = new Set([
  'login-code-sent',
  'login-success',
  'login-failure',
  'login-signed-out',
]);

const inWords = ({ type, detail }: Told): string =>
  type === 'login-failure' ? `${type} ${String(detail.code)}` : type;

/** The outcomes since then, and what the promises of methods came to; a further step where there is nothing else. */
export function outcomes({ person, settled }: Scene, since: number): string {
  const told = person.told.slice(since);
  const heard = told.filter(({ type }) => outcomeEvents.has(type)).map(inWords);
  if (heard.length + settled.length) return [...heard, ...settled].join(', ');
  const step = told.findLast(({ type }) => type === 'login-step')?.detail.step;
  return step ? `step ${String(step)}` : 'nothing';
}

/** The buttons of the element, wherever they are. */
export const buttons = ({ element }: Person): HTMLButtonElement[] =>
  [element, element.shadowRoot!]
    .flatMap((root) => [...root.querySelectorAll('button')])
    .filter((button) => button.checkVisibility());

export const isBusy = (person: Person): boolean =>
  person.element.querySelector('form[aria-busy=true]') !== null ||
  buttons(person).some((button) => button.matches('.cml-button[aria-disabled=true]'));

export const waysOn = (person: Person): HTMLButtonElement[] =>
  buttons(person).filter((button) => !button.disabled && button.ariaDisabled !== 'true');

/** What has the focus, by the name that a person has for it; `nowhere` outside the element. */
export function focusOf(person: Person): string {
  const { focused, element } = person;
  if (!focused || !(element.contains(focused) || element.shadowRoot!.contains(focused))) return 'nowhere';
  if (focused.querySelector('h2')) return 'heading';
  const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : undefined;
  return (label ?? focused.ariaLabel ?? focused.textContent).replace(/\s+/g, ' ').trim();
}

/** The step that the person has come to; null where they are where they were. */
export const stepSince = ({ told }: Person, since: number): unknown =>
  told.slice(since).findLast(({ type }) => type === 'login-step')?.detail.step ?? null;

/** Where a person goes on who arrives at a step: at its first field; where it asks for no text, at its heading. */
export const focusOnArrival: Readonly<Record<string, string>> = {
  ...{ code: 'Code', 'custom-challenge': 'Answer', 'reset-password': 'Code', 'confirm-sign-up': 'Code' },
  'sign-in': 'User name',
};

/** After these the attempt is over, and starts again at the first step (the design's table of errors). */
const endings: ReadonlySet<string> = new Set(['session-expired', 'session-spent', 'unsupported-challenge']);

export const endsAttempt = (code: string): boolean => endings.has(code);

export const sentenceOf = ({ says }: Row, code: ErrorCode): string => says?.[code] ?? en.errors[code];
