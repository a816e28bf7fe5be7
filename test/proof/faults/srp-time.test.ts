/**
 * SRP's proof holds the device's time, in English and UTC: a clock that is off is told of, and no time zone, calendar or script of digits
 * gets into the proof.
 */
import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { until } from '../../element/until.js';
import { listenToAccidents } from '../../support/faults.js';
import { hasAuthenticators as isChromium } from '../../support/authenticator.js';
import { tellFigure } from '../figure.js';
import { focusOf, isBusy, outcomes, waysOn } from './outcomes.js';
import { proofRows } from './rows/proofs.js';
import { Scene, type Row } from './scene.js';

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
/** Solar Hijri, Hijri, Buddhist and Hebrew calendars; Persian, Arabic, Thai and Burmese digits. */
const locales = ['fa-IR', 'ar-EG', 'ar-SA', 'th-TH-u-nu-thai', 'he-IL-u-ca-hebrew', 'my-MM', 'ja-JP-u-ca-japanese'];

const inEnglish =
  /^(Sun|Mon|Tue|Wed|Thu|Fri|Sat) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2} [\d:]{8} UTC \d{4}$/;

const counts = { cells: 0, failed: 0, 'that do not apply': 0 };
const lines: string[] = [];

function cell(title: string, inSample: boolean, play: () => Promise<void>): void {
  const { thorough, only } = testSettings;
  if (only ? !title.includes(only) : !thorough && !inSample) return;
  it(title, async () => {
    counts.cells++;
    counts.failed++;
    await play();
    counts.failed--;
  }).timeout(30_000);
}

/** A cell that takes Chromium. */
function placeCell(title: string, inSample: boolean, play: () => Promise<void>): void {
  if (isChromium) return cell(title, inSample, play);
  counts['that do not apply']++;
  return void lines.push(`· ${title}: this browser's time zone and locale cannot be commanded`);
}

async function actsAt(row: Row): Promise<{ readonly scene: Scene; readonly since: number }> {
  const scene = new Scene(row);
  await scene.open();
  await row.arrives?.(scene);
  return { scene, since: scene.person.told.length };
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

async function signsInWith(row: Row, ahead: number, off: string | null): Promise<void> {
  const accidents = listenToAccidents();
  const { scene, since } = await actsAt(row);
  const { person } = scene;
  setClock(scene, ahead);
  await row.acts(scene);
  await until(() => outcomes(scene, since) !== 'nothing' && !isBusy(person));
  if (off === null) return void expect(outcomes(scene, since)).to.equal(row.well);
  expect(outcomes(scene, since)).to.equal('login-failure clock-skew');
  expect(person.status).to.equal(`Your device’s clock is off by ${off}. Set it right and try again.`);
  expect([focusOf(person), waysOn(person).length > 0]).to.deep.equal([row.focus, true]);
  setClock(scene, 0);
  const again = person.told.length;
  await row.acts(scene);
  await until(() => outcomes(scene, again) === row.well, 'the clock is right, and the sign-in did not go on');
  expect(accidents).to.be.empty;
}

interface Claim {
  readonly ChallengeResponses?: { readonly TIMESTAMP?: string };
}

const timestamps = ({ network }: Scene): string[] =>
  network.requests.flatMap(({ body }) => (JSON.parse(body) as Claim).ChallengeResponses?.TIMESTAMP ?? []);

async function provesIn(place: { readonly timezoneId?: string; readonly locale?: string }, row: Row): Promise<void> {
  await executeServerCommand('emulate-place', place);
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
  if (place.timezoneId) expect(timeZone).to.equal(place.timezoneId);
  if (place.locale) expect(locale.slice(0, 5), 'the locale of the page').to.equal(place.locale.slice(0, 5));
  const { scene, since } = await actsAt(row);
  await row.acts(scene);
  await until(() => outcomes(scene, since) === row.well, 'the sign-in did not go on');
  const [time, ...more] = timestamps(scene);
  expect([time, more]).to.satisfy(() => inEnglish.test(time!) && more.length === 0);
  expect(Math.abs(Date.parse(time!.replace(/ UTC (\d+)$/, ' $1 UTC')) - Date.now())).to.be.below(minute);
}

describe('a proof with the device’s time in it', () => {
  afterEach(() => (globalThis.Date = Real));

  for (const [name, row] of Object.entries<Row>(proofRows))
    for (const [how, ahead, off] of skews)
      cell(`${name} with a clock that is ${how}`, name === 'PASSWORD_VERIFIER' && ahead === day, () =>
        signsInWith(row, ahead, off),
      );

  const { PASSWORD_VERIFIER: proof, DEVICE_PASSWORD_VERIFIER: deviceProof } = proofRows;
  for (const timezoneId of timeZones)
    placeCell(`PASSWORD_VERIFIER in the time zone ${timezoneId}`, false, () => provesIn({ timezoneId }, proof));
  for (const locale of locales)
    placeCell(`PASSWORD_VERIFIER in the locale ${locale}`, locale === 'fa-IR', () => provesIn({ locale }, proof));
  placeCell('DEVICE_PASSWORD_VERIFIER in fa-IR at Eucla', false, () =>
    provesIn({ timezoneId: 'Australia/Eucla', locale: 'fa-IR' }, deviceProof),
  );

  after(async () => {
    if (isChromium) await executeServerCommand('emulate-place', {});
    await tellFigure('faults', counts, lines);
  });
});
