import type { Browser, Locator } from 'playwright-core';
import { readyPassword } from '../../demo/user-pool/ready-users.js';
import { Visit } from './visit.js';
import type { Check } from './walk.js';

const footer = 'Ask <us> at ${a}.';

/** What stands in the code for each framework besides the ids. */
const says: Readonly<Record<string, readonly string[]>> = {
  HTML: [
    '<script type="module" src="/node_modules/cognito-mfa-login/dist/cdn/cognito-mfa-login.js"></script>',
    'at ${a}.</span>',
    'theme="dark"',
    'style="--cml-radius: 2px;"',
    "addEventListener('login-step'",
    'passwordPolicy = { minLength: 10 }',
  ],
  Angular: [
    "import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';",
    "import type { LoginEventMap } from 'cognito-mfa-login';",
    '(login-step)="follow($event)"',
    '[passwordPolicy]="{ minLength: 10 }"',
    // Unescaped, `${` would be TypeScript's.
    "at \\${{ '{' }}a{{ '}' }}.</span>",
  ],
  Vue: [
    "isCustomElement: (tag) => tag === 'cognito-mfa-login'",
    '@login-step="follow"',
    '.passwordPolicy="{ minLength: 10 }"',
    "at ${{ '{' }}a{{ '}' }}.</span>",
  ],
  React: [
    "at ${'{'}a{'}'}.</span>",
    "style={{ '--cml-radius': '2px' } as CSSProperties}",
    'onlogin-step={follow}',
    'passwordPolicy={{ minLength: 10 }}',
  ],
};

/** Custom properties and slots are live, and the code to copy has them. */
export async function checkCode(browser: Browser, address: string, check: Check): Promise<void> {
  const visit = await Visit.to(browser, address);
  const { page, widget } = visit;
  await page.locator('select[name=scenario]').selectOption('new-password');
  await page.getByLabel('radius', { exact: true }).fill('2px');
  await page.getByLabel('footer', { exact: true }).fill(footer);
  await page.locator('select[name=theme]').selectOption('dark');
  check('code: the slot is filled', await visit.reads(footer, widget));
  const radius = await widget
    .getByRole('textbox')
    .first()
    .evaluate((field) => getComputedStyle(field).borderTopLeftRadius);
  check(`code: the custom property holds (${radius})`, radius === '2px');
  for (const [framework, texts] of Object.entries(says)) {
    await page.getByLabel('Framework').selectOption(framework);
    for (const text of [...texts, '<span slot="footer">Ask &lt;us&gt; at '])
      check(`code: ${framework} has ${text}`, await visit.reads(text, page.locator('#snippet')));
  }
  await page.reload();
  check('code: the address brings the slot back', await visit.reads(footer, widget));
  await page.getByLabel('footer', { exact: true }).fill('');
  await page.getByLabel('radius', { exact: true }).fill('');
  await page.keyboard.press('Tab');
  check('code: and an empty knob takes it away', await gone(widget.locator('[slot=footer]')));
  check('code: the style too', await gone(page.locator('#snippet').filter({ hasText: '--cml-radius' })));
  check(`code: no console error (${visit.errors.join('; ')})`, visit.errors.length === 0);
  await visit.close();
  await checkOwnChallenge(browser, address, check);
}

const gone = (place: Locator): Promise<boolean> =>
  place.waitFor({ state: 'detached', timeout: 5000 }).then(
    () => true,
    () => false,
  );

/** The page renders the pool's challenge in its slot, in as many rounds as there are. */
async function checkOwnChallenge(browser: Browser, address: string, check: Check): Promise<void> {
  const visit = await Visit.to(browser, `${address}?scenario=custom-srp&challenge=page`);
  await visit.submitPassword(readyPassword);
  const field = visit.page.getByLabel('The page’s own field');
  for (const [question, answer] of [
    ['What is the capital of France?', 'Paris'],
    ['How many legs has a spider?', '8'],
  ] as const) {
    check(`own challenge: ${question}`, await visit.reads(question, visit.widget));
    await field.fill(answer);
    await field.press('Enter');
  }
  check('own challenge: signed in', await visit.reads('login-success', visit.events));
  check('own challenge: its field is gone', (await field.count()) === 0);
  await visit.close();
}
