/** Every step under every policy, as a person: what the browser reports. */
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { buildInto, makeFolder, openSite, removeFolder, type Site } from '../steps/site.js';
import { take } from '../steps/take.js';
import { everyStep, walks, type Walk } from '../steps/walks.js';
import { policies, type Policy } from './policies.js';

export interface Row {
  readonly policy: string;
  readonly steps: number;
  /** Steps that cannot be reached there, and why. */
  readonly without: Policy['without'];
  readonly problems: readonly string[];
}

interface Place {
  readonly browser: Browser;
  readonly site: Site;
  readonly pools: string;
}

/** What the policy forbids, done on purpose: were it not in force, nothing would be reported of all else either. */
const offence: Walk = {
  scenario: 'new-password',
  steps: [],
  async go({ root, element }) {
    await element.locator('h2').waitFor();
    await root.evaluate((node) => {
      node.setAttribute('style', 'color: red');
      fetch('https://elsewhere.example/').catch(() => undefined);
      setTimeout(() => (node.querySelector('cognito-mfa-login')!.innerHTML = '<p>Markup</p>')); // throws
    });
  },
};

async function lax(policy: Policy, place: Place): Promise<string[]> {
  const reported = (await take(offence, { ...policy, ...place, arrived: async () => undefined })).join('\n');
  const directives = ['style-src-attr', 'connect-src', 'require-trusted-types-for'];
  return directives.filter((name) => !reported.includes(`blocked by ${name}`)).map((name) => `${name} is not in force`);
}

async function walkUnder(policy: Policy, place: Place): Promise<Row> {
  const seen = new Set<string>();
  const arrived = async (step: string) => void seen.add(step);
  const unreachable = policy.without?.steps ?? [];
  const possible = walks.filter(({ steps }) => !steps.some((step) => unreachable.includes(step)));
  const found = await Promise.all(
    possible.map(async (walk) => {
      const problems = await take(walk, { ...policy, ...place, arrived });
      return problems.map((problem) => `${walk.scenario}: ${problem}`);
    }),
  );
  const problems = found.flat();
  const due = everyStep.filter((step) => !unreachable.includes(step) && !seen.has(step));
  // Where a walk has failed that says why, and whether it was for a time-out.
  const missed = problems.length ? [] : due.map((step) => `${step} is not reached`);
  return {
    ...{ policy: policy.name, steps: seen.size, without: policy.without },
    problems: [...problems, ...missed, ...(await lax(policy, place))].map((one) => `${policy.name}: ${one}`),
  };
}

/** @param chosen a part of a policy's name, to walk under that one alone */
export async function walkUnderPolicies(browser: Browser, pools: string, chosen = ''): Promise<Row[]> {
  const folder = await makeFolder();
  await buildInto(folder, fileURLToPath(new URL('page.ts', import.meta.url)));
  const rows: Row[] = [];

  for (const policy of policies.filter(({ name }) => name.includes(chosen))) {
    const headers = {
      'content-security-policy': policy.header(new URL(pools).origin),
      'access-control-allow-origin': '*', // a frame without an origin loads modules across origins
    };
    const site = await openSite(folder, headers);
    rows.push(await walkUnder(policy, { browser, site, pools }));
    await site.close();
  }
  await removeFolder(folder);
  return rows;
}
