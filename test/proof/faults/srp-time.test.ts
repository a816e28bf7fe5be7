/**
 * SRP's proof holds the device's time, in English and UTC: a clock that is off is told of, and no time zone, calendar or script of digits
 * gets into the proof. Each is a cell as those of the matrix, of which the post-conditions hold too.
 */
import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { hasAuthenticators as isChromium } from '../../support/authenticator.js';
import { tellFigure } from '../figure.js';
import { cellTest } from './alone.js';
import { Cell } from './cell.js';
import type { FaultCase } from './faults.js';
import { goesOn, holds } from './post-conditions.js';
import { proofRows, type ProofRow } from './rows/proofs.js';
import type { Scene } from './scene.js';

const minute = 60_000;
const day = 24 * 60 * minute;

/** By how much the device's clock is ahead, and what is said of it: nothing within four minutes (the service takes five). */
const skews: readonly (readonly [name: string, ms: number, off: string | null])[] = [
  ['a day behind', -day, '1,440 minutes'],
  ['10 minutes behind', -10 * minute, '10 minutes'],
  ['4 minutes behind', -4 * minute, null],
  ['4 minutes ahead', 4 * minute, null],
  ['10 minutes ahead', 10 * minute, '10 minutes'],
  ['a day ahead', day, '1,440 minutes'],
];

/** Furthest east and west, and offsets of half and quarter hours. */
const timeZones = [
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/St_Johns',
  'Australia/Eucla',
  'Africa/Casablanca',
];
/**
 * Solar Hijri, Hijri, Buddhist, Hebrew and Japanese calendars; Persian, Arabic, Thai and Burmese digits. What a browser makes of a place's name
 * alone differs by its version.
 */
const locales: Readonly<Record<string, readonly [calendar: string, digits: string]>> = {
  'fa-IR': ['persian', 'arabext'],
  'ar-EG': ['gregory', 'arab'],
  'ar-SA-u-ca-islamic-umalqura': ['islamic-umalqura', 'arab'],
  'th-TH-u-nu-thai': ['buddhist', 'thai'],
  'he-IL-u-ca-hebrew': ['hebrew', 'latn'],
  'my-MM-u-nu-mymr': ['gregory', 'mymr'],
  'ja-JP-u-ca-japanese': ['japanese', 'latn'],
};

interface Place {
  readonly timezoneId?: string;
  readonly locale?: string;
}

const inEnglish =
  /^(Sun|Mon|Tue|Wed|Thu|Fri|Sat) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2} [\d:]{8} UTC \d{4}$/;

const counts = { cells: 0, failed: 0, 'that do not apply': 0 };
const lines: string[] = [];

const countedCell = (title: string, inSample: boolean, play: () => Promise<void>): void =>
  cellTest(title, inSample, async () => {
    counts.cells++;
    counts.failed++;
    await play();
    counts.failed--;
  });

/** A cell that takes Chromium. */
function placeCell(title: string, inSample: boolean, play: () => Promise<void>): void {
  if (isChromium) return countedCell(title, inSample, play);
  counts['that do not apply']++;
  return void lines.push(`· ${title}: this browser's time zone and locale cannot be commanded`);
}

const Real = Date;

/** The device's clock, for whatever looks at it: the SDK has its own way to the time. */
function setClock({ clock }: Scene, ahead: number): void {
  class Off extends Real {
    constructor(value: number | string | Date = Real.now() + ahead) {
      super(value);
    }
    static override now = () => Real.now() + ahead;
  }
  globalThis.Date = ahead ? (Off as DateConstructor) : Real;
  clock.sleep(Real.now() + ahead - clock.now());
}

/** The request befalls nothing but the time; a proof that was refused for it has spent nothing. */
const nothing: FaultCase = { leadsTo: 'success', reaches: false, meet: () => (send) => send() };
const clockIsOff: FaultCase = { ...nothing, leadsTo: 'clock-skew' };

const saying = (off: string) => `Your device’s clock is off by ${off}. Set it right and try again.`;

async function signsInWith({ operation, row }: ProofRow, ahead: number, off: string | null): Promise<void> {
  const says = { 'clock-skew': saying(String(off)) };
  const cell = new Cell(operation, off === null ? nothing : clockIsOff, { ...row, says });
  await cell.arrive();
  setClock(cell.scene, ahead);
  await cell.meet();
  await holds(cell);
  setClock(cell.scene, 0);
  await goesOn(cell);
}

interface Claim {
  readonly ChallengeResponses?: { readonly TIMESTAMP?: string };
}

const timestamps = ({ network }: Scene, since: number): string[] =>
  network.requests.slice(since).flatMap(({ body }) => (JSON.parse(body) as Claim).ChallengeResponses?.TIMESTAMP ?? []);

/** Has the browser be there. */
async function goTo(place: Place): Promise<void> {
  await executeServerCommand('emulate-place', place);
  const { timeZone, calendar, numberingSystem } = Intl.DateTimeFormat().resolvedOptions();
  if (place.timezoneId) expect(timeZone).to.equal(place.timezoneId);
  if (place.locale) expect([calendar, numberingSystem], place.locale).to.deep.equal(locales[place.locale]);
}

async function provesIn(place: Place, { operation, row }: ProofRow): Promise<void> {
  await goTo(place);
  const cell = new Cell(operation, nothing, row);
  await cell.arrive();
  await cell.meet();
  await holds(cell);
  const [time, ...more] = timestamps(cell.scene, cell.before.requests);
  expect(time).to.match(inEnglish);
  expect(more).to.be.empty;
  expect(Math.abs(Date.parse(time!.replace(/ UTC (\d+)$/, ' $1 UTC')) - Date.now())).to.be.below(minute);
}

describe('a proof with the device’s time in it', () => {
  afterEach(() => (globalThis.Date = Real));

  for (const [name, row] of Object.entries(proofRows))
    for (const [how, ahead, off] of skews)
      countedCell(`${name} with a clock that is ${how}`, name === 'PASSWORD_VERIFIER' && ahead === day, () =>
        signsInWith(row, ahead, off),
      );

  const { PASSWORD_VERIFIER: proof, ...others } = proofRows;
  for (const timezoneId of timeZones)
    placeCell(`PASSWORD_VERIFIER in the time zone ${timezoneId}`, false, () => provesIn({ timezoneId }, proof));
  for (const locale of Object.keys(locales))
    placeCell(`PASSWORD_VERIFIER in the locale ${locale}`, locale === 'fa-IR', () => provesIn({ locale }, proof));
  for (const [name, row] of Object.entries(others))
    for (const locale of ['fa-IR', 'th-TH-u-nu-thai'])
      placeCell(`${name} in ${locale} at Eucla`, false, () => provesIn({ timezoneId: 'Australia/Eucla', locale }, row));

  after(async () => {
    if (isChromium) await executeServerCommand('emulate-place', {});
    await tellFigure('faults', counts, lines);
  });
});
