import type { Transition } from './command.js';
import { endsAttempt, type LoginError } from './error.js';
import type { Terms } from './event.js';
import {
  firstStep,
  type LoginState,
  type Resend,
  type SessionClock,
  type SetUpTotpState,
  type TimedState,
} from './state.js';

/** How many codes a person may ask for anew in one attempt. */
export const resendLimit = 5;
/** How long "Send a new code" rests after one was sent, in milliseconds. */
export const coolDown = 30_000;

/** How long starting the set-up again is one press, with the password still known, in milliseconds. */
export const restartWindow = 180_000;

const expired: LoginError = { code: 'session-expired', retryable: false };

/** The clock of a session that has just begun. */
export const startClock = ({ at, sessionLength }: Terms): SessionClock => ({
  expiresAt: at + sessionLength,
  warned: null,
});

/** The state with another error, and nothing under way. */
export const stay = <State extends LoginState>(state: State, error: State['error'] = null): State => ({
  ...state,
  busy: null,
  error,
});

/** A refusal: the same session takes another try, or the attempt is over. */
export const stepFailed = (state: LoginState, error: LoginError): Transition =>
  endsAttempt(error.code)
    ? endAttempt(state, error)
    : [stay(state, error), [{ type: 'failure', error, step: state.name }]];

/** Back at the first step, with the name kept and a sentence that says why. */
export const endAttempt = ({ username, name }: LoginState, error: LoginError): Transition => [
  firstStep(username, error),
  [{ type: 'abandon' }, { type: 'forget-password' }, { type: 'failure', error, step: name }],
];

/** A second has passed, perhaps many. */
export function tick(state: TimedState, at: number): Transition {
  const left = state.expiresAt - at;
  // The service decides about an answer that is under way.
  if (left <= 0) return state.busy ? [state, []] : sessionEnded(state, at);
  if (left <= 20_000 && state.warned !== 20) return [{ ...state, warned: 20 }, []];
  if (left <= 60_000 && state.warned === null) return [{ ...state, warned: 60 }, []];
  return [state, []];
}

function sessionEnded(state: TimedState, at: number): Transition {
  if (state.name !== 'set-up-totp') return endAttempt(state, expired);
  if (state.secret !== null) return secretVoid(state, expired);
  if (!state.kept || at < state.expiresAt + restartWindow) return [state, []];
  return [{ ...state, kept: false }, [{ type: 'forget-password' }]];
}

/** Whoever was busy with their phone starts again where they were: the secret is void, the step stays. */
export const secretVoid = (state: SetUpTotpState, error: LoginError): Transition => [
  { ...stay(state, error), secret: null },
  [{ type: 'abandon' }, { type: 'failure', error, step: state.name }],
];

/** "Send a new code" when one was sent just now. */
export const codeSentAt = (at: number, left = resendLimit): Resend => ({
  mode: 'keep',
  asking: false,
  availableAt: at + coolDown,
  left,
});

/** Whether it can be pressed. */
export const canResend = ({ busy }: Pick<LoginState, 'busy'>, resend: Resend | null, at: number): resend is Resend =>
  !busy && resend !== null && resend.left > 0 && at >= resend.availableAt;

/** Whether the code step asks for the password, for a new code. */
export const asksPassword = (state: LoginState): boolean => state.name === 'code' && (state.resend?.asking ?? false);

/** Counted when it is asked for: an answer that got lost may have sent its message all the same. */
export const asked = (resend: Resend): Resend => ({ ...resend, left: resend.left - 1 });

/** After a request that failed: nothing can have been sent without a network, or without the code that would send it. */
export const resendAfter = (resend: Resend, { code }: LoginError, at: number): Resend => ({
  ...resend,
  availableAt: code === 'offline' || code === 'not-loaded' ? at : at + coolDown,
});
