import type { PoolSettings } from '../../demo/user-pool/settings.js';
import { scenarios } from '../../demo/user-pool/scenarios.js';
import { openPool } from './pool.js';

/** A fresh pool for a scenario of the demo, with further settings where the test needs them, and the user's name. */
export async function openScenario(name: string, more: Partial<PoolSettings> = {}) {
  const scenario = scenarios.find((candidate) => candidate.name === name);
  if (!scenario) throw new Error(`There is no scenario ${name}.`);
  const { settings, user } = scenario;
  const pool = await openPool({ settings: { ...settings, ...more }, users: [user] });
  return { ...pool, username: user.username };
}

export type ScenarioPool = Awaited<ReturnType<typeof openScenario>>;
