import type { StepReport } from '../controller/login-settings.js';
import type { Report } from '../flow/command.js';
import type { ErrorCode, ServiceFault } from '../flow/error.js';
import type { Channel, PageChallenge } from '../flow/outcome.js';
import type { UserSession } from '../flow/ports.js';
import type { StepName } from '../flow/state.js';
import type { CognitoMfaLogin } from './cognito-mfa-login.js';

export interface LoginStepDetail {
  readonly step: StepName;
  readonly previous: StepName;
}

export interface LoginCodeSentDetail {
  readonly channel: Channel;
  /** Masked, as the service gives it; null when it did not. */
  readonly destination: string | null;
  /** How many codes were sent in this attempt, this one included. */
  readonly count: number;
}

export interface LoginSuccessDetail {
  /** As it was typed. */
  readonly username: string;
  /** The tokens, refreshed where they have to be: the methods of amazon-cognito-identity-js's CognitoUserSession. */
  getSession(): Promise<UserSession | null>;
}

export interface LoginFailureDetail {
  readonly code: ErrorCode;
  readonly step: StepName;
  /** Whether the same submission may succeed when it is made again as it was. */
  readonly retryable: boolean;
  readonly requestId?: string;
  readonly cause?: ServiceFault;
}

export interface LoginChallengeDetail {
  /** The service's name for it, for example `CUSTOM_CHALLENGE`. */
  readonly name: string;
  /** Its public parameters. */
  readonly parameters: Readonly<Record<string, string>>;
  /**
   * Answers it, any time later, once `preventDefault()` has said that the page renders it itself.
   * @param answers by the service's names; a text is its `ANSWER`
   */
  respond(answers: string | Readonly<Record<string, string>>): void;
}

export interface LoginSignedOutDetail {
  readonly username: string;
  /** Whether the service ended the session on every device. */
  readonly global: boolean;
}

/**
 * What a handler is given. Its target is the element, which a handler of `login-step` asks for the session: taken before anything is awaited,
 * since for a listener in a shadow root the browser clears it afterwards (DOM, "dispatch", clearTargets).
 */
export type LoginEvent<Detail> = CustomEvent<Detail> & { readonly target: CognitoMfaLogin };

/** The element's events. None bubbles: an outer page's handler hears of its own element alone. */
export interface LoginEventMap {
  'login-step': LoginEvent<LoginStepDetail>;
  'login-code-sent': LoginEvent<LoginCodeSentDetail>;
  'login-success': LoginEvent<LoginSuccessDetail>;
  'login-failure': LoginEvent<LoginFailureDetail>;
  /** Cancelable: a page that prevents the default renders the challenge itself. */
  'login-challenge': LoginEvent<LoginChallengeDetail>;
  'login-signed-out': LoginEvent<LoginSignedOutDetail>;
}

/** A report of the flow as the event that the page hears. */
export function toEvent(
  report: Report | StepReport,
  getSession: LoginSuccessDetail['getSession'],
): LoginEventMap[keyof LoginEventMap] {
  switch (report.type) {
    case 'step':
      return make('login-step', { step: report.step, previous: report.previous });
    case 'code-sent': {
      const { channel, destination, count } = report;
      return make('login-code-sent', { channel, destination, count });
    }
    case 'success':
      return make('login-success', { username: report.username, getSession });
    case 'failure': {
      const { code, retryable, requestId, cause } = report.error;
      const known = { ...(requestId && { requestId }), ...(cause && { cause }) };
      return make('login-failure', { code, step: report.step, retryable, ...known });
    }
    case 'signed-out':
      return make('login-signed-out', { username: report.username, global: report.global });
    default:
      return report satisfies never;
  }
}

/** A page without types may answer with anything; what goes to the service are texts. */
const readAnswers = (answers: string | Readonly<Record<string, string>>): Record<string, string> =>
  typeof answers === 'object' && answers !== null
    ? Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, String(value)]))
    : { ANSWER: String(answers ?? '') };

/** A challenge as the event that lets the page take it over. */
export function challengeEvent(
  { name, parameters }: PageChallenge,
  respond: (answers: Readonly<Record<string, string>>) => void,
): LoginEventMap['login-challenge'] {
  const detail: LoginChallengeDetail = {
    name,
    parameters: { ...parameters },
    respond: (answers) => respond(readAnswers(answers)),
  };
  return new CustomEvent('login-challenge', { detail, cancelable: true }) as LoginEventMap['login-challenge'];
}

const make = <Type extends keyof LoginEventMap>(
  type: Type,
  detail: LoginEventMap[Type]['detail'],
): LoginEventMap[Type] => new CustomEvent(type, { detail }) as LoginEventMap[Type];
