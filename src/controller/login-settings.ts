import type { Report } from '../flow/command.js';
import type { PageChallenge } from '../flow/outcome.js';
import type { AuthPort, Clock } from '../flow/ports.js';
import type { StepName } from '../flow/state.js';

/** The step changed. */
export interface StepReport {
  readonly type: 'step';
  readonly step: StepName;
  readonly previous: StepName;
}

export interface LoginHost {
  /** The state may have changed, or a second passed that a countdown shows. */
  requestUpdate(): void;
}

export interface LoginSettings {
  readonly clock: Clock;
  /** A port with the configuration of this moment; asked for when an attempt begins. */
  openPort(): Promise<AuthPort>;
  /** Read when they are needed, so that they may change at any time. */
  options(): { readonly sessionMinutes: number; readonly resend: 'keep' | 'ask' | 'off' };
  /** Resolves when the busy state has reached the screen. */
  painted(): Promise<void>;
  report(report: Report | StepReport): void;
  /**
   * Tells the page of a challenge that it may render itself.
   * @param respond answers it, once, any time later
   * @returns whether the page takes it over
   */
  offerChallenge(challenge: PageChallenge, respond: (answers: Readonly<Record<string, string>>) => void): boolean;
}
