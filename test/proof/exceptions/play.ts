/** The real controller over the real port, with a service that refuses one request. */
import type { LoginError } from '../../../src/flow/error.js';
import type { LoginState } from '../../../src/flow/state.js';
import { openScripted, openShelf } from '../../cognito/open-scripted.js';
import { openLogin, type OpenLogin } from '../../controller/open-login.js';
import type { Situation } from './situations/situation.js';

/** What came of it. */
export interface Ending {
  readonly state: LoginState;
  /** As it was before the last act. */
  readonly previous: LoginState;
  /** What the page was told of after the last act. */
  readonly failures: readonly LoginError[];
  /** The operation that was refused; undefined where the person did not come so far. */
  readonly asked: string | undefined;
  /** Every operation that was sent. */
  readonly sent: readonly string[];
}

/** SRP takes a while where many are under way. */
const patience = 20_000;

async function idle({ controller }: OpenLogin): Promise<void> {
  const begun = performance.now();
  do {
    await new Promise((resolve) => setTimeout(resolve));
    if (performance.now() - begun > patience) throw new Error(`busy with ${controller.state.busy} for too long`);
  } while (controller.state.busy);
}

export async function play(situation: Situation, refusal: Response): Promise<Ending> {
  const { before = [], after = [], stored = {}, options, acts, resend = 'keep' } = situation;
  const login: OpenLogin = openLogin({ openPort: () => Promise.resolve(port) });
  const { storage } = openShelf({ ...stored });
  const script = [...before, refusal, ...after];
  const { port, service } = openScripted(script, { clock: login.clock, storage, ...options });
  login.options.resend = resend;
  let told = 0;
  let previous = login.controller.state;
  for (const act of acts) {
    told = login.reports.length;
    previous = login.controller.state;
    if (typeof act === 'function') await act(login);
    else login.controller.act(act);
    await idle(login);
  }
  const failures = login.reports.slice(told).flatMap((report) => (report.type === 'failure' ? [report.error] : []));
  const sent = service.sent.map(({ operation }) => operation);
  return { state: login.controller.state, previous, failures, asked: sent[before.length], sent };
}
