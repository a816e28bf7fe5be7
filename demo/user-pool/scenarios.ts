import type { PoolDefinition } from './hosted-pool.js';
import { challengeScenarios } from './scenarios/challenges.js';
import { chainScenarios } from './scenarios/chains.js';
import type { Scenario } from './scenarios/scenario.js';
import { wayScenarios } from './scenarios/ways.js';

export type { Scenario } from './scenarios/scenario.js';

/** One for each thing that a pool can ask for beside the password and a code, and for ways on from one to the next. */
export const scenarios: readonly Scenario[] = [...challengeScenarios, ...chainScenarios, ...wayScenarios];

const pascal = (name: string) => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The scenario as a pool whose names are known beforehand. A client id has no hyphens (`ClientIdType` of the service's model). */
export const poolOf = ({ name, settings, user }: Scenario): PoolDefinition => ({
  settings,
  users: [user],
  names: { name: pascal(name), clientId: name.replaceAll('-', '_') },
});
