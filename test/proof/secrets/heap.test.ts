/**
 * What is left of a secret in the memory of a page's scripts once it is over: nothing. A text cannot be wiped in JavaScript, it can only be
 * let go of; so this looks after a garbage collection. What the browser has outside of that memory, no script can read.
 */
import { aTimeout, expect } from '@open-wc/testing';
import { HeapSearch } from './heap-search.js';
import { confirmation, journeys, type Journey } from './journeys.js';
import { OtherPage } from './other-page.js';

const isChromium = /Chrome\/\d/.test(navigator.userAgent);
/** The sample: one journey, and the endings that most sign-ins have. */
const { thorough } = testSettings;

/** While the step is shown: the password for "send a new code", what the answer needs, and what there is to read or typed. */
const inStep = {
  held: ['password', 'session', 'key', 'answer', 'code', 'new password'],
  shown: ['key', 'answer', 'code', 'new password'],
} as const;

class Walk {
  readonly #search: HeapSearch;

  private constructor(
    readonly journey: Journey,
    readonly page: OtherPage,
    readonly pool: Awaited<ReturnType<Journey['openPool']>>,
  ) {
    this.#search = new HeapSearch(page, journey.name);
  }

  static async begin(journey: Journey): Promise<Walk> {
    const pool = await journey.openPool();
    return new Walk(journey, await OtherPage.open(pool, { storage: 'session', ...journey.set }), pool);
  }

  async reach(): Promise<void> {
    this.#search.add(await this.journey.reach(this.page, this.pool));
  }

  async finish(): Promise<void> {
    this.#search.add(await this.journey.finish(this.page, this.pool));
  }

  /** A search that finds nothing where something is would prove nothing. */
  async isShown(): Promise<void> {
    const found = await this.#search.nothingElseIsHeld('in the step', inStep.held, inStep.shown);
    expect(found, 'what the step has').to.be.at.least(1);
  }

  /** The browser may freeze the page with all that it holds. */
  async isHidden(): Promise<void> {
    await this.page.run(`dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))`);
    const held = inStep.held.filter((kind) => kind !== 'password');
    await this.#search.nothingElseIsHeld('the page hidden', held, inStep.shown);
  }

  async isGivenUp(): Promise<void> {
    await this.page.activate('Back');
    await this.page.sees('Sign in');
    await this.#search.nothingElseIsHeld('given up');
    for (let times = 0; times < 3; times++) await this.page.undo();
    await this.#search.nothingElseIsHeld('given up, and undone with the keyboard');
  }

  async runsOut(): Promise<void> {
    await this.page.run('forward(181_000)');
    await this.page.reads('too long');
    await this.#search.nothingElseIsHeld('out of time', this.journey.heldForAnotherStart);
    if (this.journey.heldForAnotherStart) {
      await this.page.run('forward(181_000)');
      await aTimeout(1500); // the clock is looked at each second
      await this.#search.nothingElseIsHeld('out of time for another start, too');
    }
    await this.page.reopen();
  }

  async isTakenAway(): Promise<void> {
    await this.page.run('element().remove()');
    await this.#search.nothingElseIsHeld('taken off the page');
    await this.page.reopen();
  }

  async isTakenAwayInFlight(): Promise<void> {
    await this.finish();
    await this.page.run('element().remove()');
    await aTimeout(200); // what is under way ends
    await this.#search.nothingElseIsHeld('taken off the page in flight');
  }

  async isConfirmed(): Promise<void> {
    await this.page.sees('Confirmed');
    expect(await this.#search.nothingElseIsHeld('confirmed', ['token']), 'tokens').to.be.at.least(3);
    await this.page.run('element().signOut()');
    await this.page.sees('Confirm it’s you');
    await this.#search.nothingElseIsHeld('confirmed, and signed out');
  }

  async signsIn(): Promise<void> {
    await this.page.sees('You are signed in');
    for (const [key, value] of await this.page.stored())
      if (key.endsWith('.randomPasswordKey')) this.#search.add([['device password', value]]);
    const found = await this.#search.nothingElseIsHeld('signed in', ['token']);
    expect(found, 'tokens').to.be.at.least(3);
  }

  async signsOut(): Promise<void> {
    await this.page.activate('Sign out');
    await this.page.sees('Sign in');
    await this.#search.nothingElseIsHeld('signed out');
  }
}

async function confirmAndSignOut(): Promise<void> {
  const walk = await Walk.begin(confirmation);
  await walk.reach();
  await walk.finish();
  await walk.isConfirmed();
}

async function endEachWay(journey: Journey): Promise<void> {
  const walk = await Walk.begin(journey);
  await walk.reach();
  await walk.isShown();
  if (thorough) await walk.isHidden();
  await walk.isGivenUp();
  if (thorough && journey.timed) {
    await walk.reach();
    await walk.runsOut();
  }
  if (thorough) {
    await walk.reach();
    await walk.isTakenAway();
  }
  await walk.reach();
  await walk.finish();
  await walk.signsIn();
  await walk.signsOut();
  if (!journey.again) return;
  await journey.again(walk.page);
  await walk.signsIn();
  await walk.signsOut();
}

async function leaveInFlight(journey: Journey): Promise<void> {
  const walk = await Walk.begin(journey);
  await walk.reach();
  await walk.isTakenAwayInFlight();
}

describe('in the heap, once it is over, there is nothing of', function () {
  this.timeout(60_000);
  before(function () {
    if (!isChromium) this.skip();
  });
  afterEach(() => (isChromium ? OtherPage.close() : undefined));

  for (const journey of thorough ? journeys : journeys.slice(0, 1)) {
    it(journey.name, () => endEachWay(journey));
    if (thorough) it(`${journey.name}, left in flight`, () => leaveInFlight(journey));
  }
  if (thorough) it(`${confirmation.name}, after signing out`, confirmAndSignOut);
});
