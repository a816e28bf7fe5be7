import { expect } from '@open-wc/testing';
import { clobberedPages } from './clobbered.js';
import { payloads } from './payloads.js';
import { places } from './places.js';
import { TryOut } from './try-out.js';
import { tryPage } from './try-page.js';

/** Of all, as many as an everyday run has the time for; `npm run test:policies` tries all of them. */
const sampleOf = <Item>(all: readonly Item[], every: number): readonly Item[] =>
  testSettings.thorough ? all : all.filter((_, index) => index % every === 0);

describe('markup, code and templates in a text', () => {
  it('stay text wherever the page, the service or a person puts them', async function () {
    this.timeout(60_000);
    const tryOut = new TryOut(places);
    expect(await tryOut.prepare()).to.deep.equal([]);
    const problems: string[] = [];
    for (const payload of sampleOf(payloads, 100)) problems.push(...(await tryOut.try(payload)).problems);
    expect(problems).to.deep.equal([]);
  });
});

describe('elements with the names of what scripts use', () => {
  it('change nothing about a sign-in', async function () {
    this.timeout(60_000);
    const problems: string[] = [];
    for (const page of sampleOf(clobberedPages, 20)) problems.push(...(await tryPage(page)));
    expect(problems).to.deep.equal([]);
  });
});
