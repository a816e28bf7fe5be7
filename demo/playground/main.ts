import '../../src/index.js';
import { openDevices } from './devices.js';
import { openEventLog } from './event-log.js';
import { fillSlots, listExtras } from './extras.js';
import { byId, copyButton, element } from './page.js';
import { openKnobs, type Knobs } from './knobs.js';
import { look } from './look.js';
import { throughNetwork } from './network.js';
import { takeOverChallenges } from './own-challenge.js';
import { demoPool, poolWithSession, scenarioPool, type PlaygroundPool } from './pool.js';
import { findScenario, knobsOf, listScenarios, stage } from './scenario.js';
import { frameworks, snippet } from './snippet.js';
import { inPage } from './transport.js';
import { showUsers } from './users.js';

const login = element('cognito-mfa-login');
listScenarios();
listExtras();
byId('framework', HTMLSelectElement).append(...frameworks.map((name) => new Option(name)));
// The bare page asks a server for the pool of this one.
if (inPage) element('nav').remove();
let pool: PlaygroundPool = await demoPool();

const devices = openDevices(() => pool);
const knobs = openKnobs(byId('knobs', HTMLFormElement), (state) => void apply(state));
/** The scenario that the other knobs were set for. */
let staged = '';

/** Brings the page to what the knobs say. */
async function apply(state: Knobs): Promise<void> {
  const scenario = findScenario(state.scenario);
  if (state.scenario !== staged) {
    staged = state.scenario;
    login.startOver();
    return knobs.set(knobsOf(scenario, knobs.defaults));
  }
  const chosen = await choosePool(state);
  // A knob was turned meanwhile, and what it asked for is on its way.
  if (state !== knobs.state) return;
  pool = chosen;
  // All at once: nobody can type a password while the element still asks another pool.
  look(login, state, knobs.defaults);
  fillSlots(login, state);
  stage(login, scenario);
  showUsers(byId('users', HTMLElement), pool.users, signInAs);
  Object.assign(login, { endpoint: pool.endpoint, userPoolId: pool.userPoolId, clientId: pool.clientId });
  const framework = frameworks.find((name) => name === state.framework) ?? 'HTML';
  byId('snippet', HTMLPreElement).textContent = snippet(login, inPage ? null : pool.endpoint, framework);
  await devices.refresh();
}

async function choosePool({ scenario, 'pool-session': session }: Knobs): Promise<PlaygroundPool> {
  if (scenario) return scenarioPool(scenario);
  const minutes = Number(session);
  const fits = pool.clientId === 'demo' ? minutes === 3 : minutes === pool.sessionMinutes;
  if (fits && !findScenario(pool.clientId.replaceAll('_', '-'))) return pool;
  return minutes === 3 ? demoPool() : poolWithSession(minutes);
}

function signInAs(username: string): void {
  login.startOver();
  // The same name once more fills the field again, whatever was typed since.
  login.username = '';
  login.username = username;
  knobs.set({ user: username });
  void login.updateComplete.then(() => login.focus());
}

const methods: Record<string, () => void> = {
  'start-over': () => login.startOver(),
  'sign-out': () => login.signOut(),
  'sign-out-global': () => login.signOut({ global: true }),
  'forget-device': () => void login.forgetDevice().catch(() => undefined),
};

login.fetch = throughNetwork(() => knobs.state.network);
takeOverChallenges(login, () => knobs.state.challenge === 'page');
openEventLog(login, byId('log', HTMLElement), byId('clear', HTMLButtonElement), () => pool);
login.addEventListener('login-code-sent', () => void devices.refresh());
byId('methods', HTMLElement).addEventListener('click', ({ target }) => {
  if (target instanceof HTMLButtonElement) methods[target.value]?.();
});
byId('advance', HTMLButtonElement).addEventListener('click', () => void pool.advance(60_000).then(devices.refresh));
byId('password', HTMLElement).textContent = pool.users[0]?.password ?? '';
copyButton('copy-password', () => byId('password', HTMLElement).textContent);
copyButton('copy-snippet', () => byId('snippet', HTMLPreElement).textContent);
await apply(knobs.state);
