import type { Report } from '../../src/flow/command.js';
import type { AuthPort } from '../../src/flow/ports.js';
import { LoginController } from '../../src/controller/login-controller.js';
import type { LoginSettings, StepReport } from '../../src/controller/login-settings.js';
import { FakeClock } from '../support/fake-clock.js';
import { codeNeeded, ScriptedPort } from '../support/scripted-port.js';

/** Lets everything that is ready to happen happen. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A controller with everything around it in the test's hands. */
export function openLogin(settings: Partial<LoginSettings> = {}) {
  const clock = new FakeClock();
  const options: { sessionMinutes: number; resend: 'keep' | 'ask' | 'off' } = { sessionMinutes: 3, resend: 'keep' };
  const reports: (Report | StepReport)[] = [];
  const ports: ScriptedPort[] = [];
  let updates = 0;
  const openPort = (): Promise<AuthPort> => {
    ports.push(new ScriptedPort());
    return Promise.resolve(ports.at(-1)!);
  };
  const controller = new LoginController(
    { requestUpdate: () => void updates++ },
    {
      clock,
      openPort,
      options: () => options,
      painted: () => Promise.resolve(),
      report: (report) => reports.push(report),
      offerChallenge: () => false,
      ...settings,
    },
  );
  controller.hostConnected();
  return {
    clock,
    controller,
    /** May be changed at any time. */
    options,
    /** Every port that was opened. */
    ports,
    reports,
    /** The reports' types, and where steps led. */
    told: () => reports.map((report) => (report.type === 'step' ? `step ${report.step}` : report.type)),
    /** How many times the host was asked to render. */
    updates: () => updates,
    get port(): ScriptedPort {
      const port = ports.at(-1);
      if (!port) throw new Error('No port was opened.');
      return port;
    },
  };
}

export type OpenLogin = ReturnType<typeof openLogin>;

export async function submitCredentials({ controller }: OpenLogin, password = 'Blue-Lagoon-7'): Promise<void> {
  controller.act({ type: 'submit-credentials', username: 'ann', password });
  await settle();
}

/** Goes on to the code step. */
export async function reachCode(login: OpenLogin, channel: 'sms' | 'totp' | 'email' = 'sms'): Promise<void> {
  await submitCredentials(login);
  login.port.last.answer(codeNeeded(channel));
  await settle();
}

/** Asks for a new code after the cool-down. */
export async function requestCode({ clock, controller }: OpenLogin): Promise<void> {
  clock.advance(30_000);
  controller.act({ type: 'request-code' });
  await settle();
}
