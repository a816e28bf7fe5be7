import type { Browser } from 'playwright-core';
import { readyPassword } from '../../demo/user-pool/ready-users.js';
import { scenarios, type Scenario } from '../../demo/user-pool/scenarios.js';
import { Visit } from './visit.js';
import type { Check } from './walk.js';

/** The step that each scenario's first submission leads to, or the failure that it comes to. */
const leadsTo: Readonly<Record<string, string>> = {
  'choose-mfa': 'choose-mfa',
  'set-up': 'choose-set-up',
  'set-up-totp': 'choose-set-up',
  'set-up-email': 'set-up-email',
  'new-password': 'new-password',
  custom: 'custom-challenge',
  'custom-srp': 'custom-challenge',
  'unknown-challenge': 'unsupported-challenge',
  'new-password-then-set-up': 'new-password',
  'new-password-then-email-code': 'new-password',
  'custom-then-code': 'custom-challenge',
  'choose-then-device': 'choose-mfa',
  device: 'code',
  'device-always': 'code',
  choice: 'choose-factor',
  'choice-otp': 'choose-factor',
  passkey: 'password',
  'forgot-password': 'reset-password',
  'reset-required': 'reset-password',
  'confirm-sign-up': 'confirm-sign-up',
  'login-with-phone': 'code',
  'login-with-email': 'code',
  reauth: 'signed-in',
  resume: 'code',
  rotation: 'signed-in',
};

/** Each scenario's link opens its pool with the element set for it, and the first submission leads where its title says. */
export async function checkScenarios(browser: Browser, address: string, check: Check): Promise<void> {
  for (const scenario of scenarios) {
    const visit = await Visit.to(browser, `${address}?scenario=${scenario.name}`);
    check(`${scenario.name}: says what to do`, await visit.reads(scenario.hint));
    await begin(visit, scenario);
    const step = leadsTo[scenario.name] ?? 'no step is written down for it';
    check(`${scenario.name}: leads to ${step}`, await visit.reads(step, visit.events));
    // The developer is told of a challenge that nobody takes over.
    const errors = visit.errors.filter((text) => !text.includes('has no step for RETINA_SCAN'));
    check(`${scenario.name}: no console error (${errors.join('; ')})`, errors.length === 0);
    await visit.close();
  }
}

/** The names that people type where it is not the user's. */
const typed: Readonly<Record<string, string>> = {
  'login-with-phone': '+44 7700 900134',
  'login-with-email': 'mia@example.com',
};

async function begin({ page, widget }: Visit, { name, attributes }: Scenario): Promise<void> {
  const username = typed[name];
  if (username) await widget.getByRole('textbox').first().fill(username);
  if (name === 'forgot-password') {
    await widget.getByRole('button', { name: 'Forgot password?' }).click();
    await widget.getByRole('button', { name: 'Send a code' }).click();
    return;
  }
  const byName = attributes['auth-flow'] === 'choice' || attributes['auth-flow'] === 'custom';
  if (byName) await widget.getByRole('textbox').first().press('Enter');
  else await widget.getByLabel('Password', { exact: true }).fill(readyPassword);
  if (!byName) await page.keyboard.press('Enter');
}
