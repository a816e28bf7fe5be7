/**
 * What a page goes through in its life, at each step of the flow, in Chromium: `npm run test:life`; with names of situations or checks,
 * those alone: `npm run test:life -- bfcache`, `npm run test:life -- code`.
 */
import { close } from '../figures.mjs';
import { situations } from './situations.js';
import { openWorld, type Situation, type World } from './world.js';

/** Side by side: much of each check is waiting. */
const lanes = 3;

interface Job {
  readonly situation: Situation;
  readonly what: string;
}

const asked = process.argv.slice(2);
const isAsked = ({ situation, what }: Job) =>
  asked.every((word) => [situation.name, what].some((name) => name === word || name.startsWith(`${word} `)));
const jobs = situations
  .flatMap((situation) => Object.keys(situation.checks).map((what) => ({ situation, what })))
  .filter(isAsked);
if (!jobs.length)
  throw new Error(`Nothing is called ${asked.join(' ')}: ${situations.map(({ name }) => name).join(', ')}.`);

const failed: Job[] = [];
const failures: string[] = [];

/** What fails is told at once, with the command that runs it alone. */
async function run(world: World, job: Job): Promise<void> {
  try {
    await job.situation.checks[job.what]!(world);
  } catch (error) {
    failed.push(job);
    const [text] = String(error).split('\nBrowser logs:'); // a page long
    failures.push(text!);
    console.error(`✗ ${job.situation.name}, ${job.what}: ${text}`);
    console.error(`  alone: npm run test:life -- '${job.situation.name}' '${job.what}'`);
  }
}

function tell(situation: Situation): void {
  const of = (list: readonly Job[]) => list.filter((job) => job.situation === situation).length;
  const without = situation.without ? ` (${situation.without})` : '';
  console.log(`${of(failed) ? '✗' : '✓'} ${situation.name}: ${of(jobs) - of(failed)} of ${of(jobs)}${without}`);
}

const world = await openWorld();
const waiting = [...jobs];
const done: Job[] = [];
const isOver = ({ situation }: Job) => jobs.every((job) => job.situation !== situation || done.includes(job));
try {
  const lane = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      await run(world, job);
      done.push(job);
      if (isOver(job)) tell(job.situation);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
} finally {
  await world.close();
}
const ran = new Set(jobs.map(({ situation }) => situation)).size;
close('life', { situations: ran, checks: jobs.length, failed: failed.length }, failed.length === 0, {
  where: 'Chromium',
  whole: !asked.length,
  failures,
});
process.exit(failed.length ? 1 : 0);
