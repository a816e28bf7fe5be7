import { endAttempt, startClock, stepFailed, tick } from '../attempt.js';
import type { Transition } from '../command.js';
import type { LoginError } from '../error.js';
import type { LoginEvent } from '../event.js';
import { begunBy } from '../sign-in-by.js';
import { type CustomChallengeState, firstStep, type LoginState } from '../state.js';

type Offered = Extract<LoginEvent, { type: 'challenge-offered' }>;

/** The page has heard of it. What it does not take over, and no step is known for, cannot be answered here: null. */
export function arriveAtCustomChallenge(
  from: LoginState,
  { challenge, round, taken, terms }: Offered,
): CustomChallengeState | null {
  const { name, parameters } = challenge;
  if (!taken && name !== 'CUSTOM_CHALLENGE') return null;
  return {
    ...{ name: 'custom-challenge', username: from.username, busy: null, error: null },
    ...startClock(terms),
    challenge: name,
    parameters,
    shownBy: taken ? 'page' : 'element',
    again: !taken && isSame(from, challenge),
    round,
    by: begunBy(from),
  };
}

const isSame = (from: LoginState, { name, parameters }: Offered['challenge']): boolean =>
  from.name === 'custom-challenge' &&
  from.challenge === name &&
  JSON.stringify(from.parameters) === JSON.stringify(parameters);

export const unsupported = (name: string): LoginError => ({
  code: 'unsupported-challenge',
  retryable: false,
  cause: { name, message: 'The service asked for a challenge that this version does not know.' },
});

/** Where the first step took a password, it was right: what is refused now are the answers. */
export function customChallengeFailed(state: CustomChallengeState, error: LoginError): Transition {
  if (error.code !== 'invalid-credentials') return stepFailed(state, error);
  const [, commands] = endAttempt(state, error);
  return [firstStep(state.username, { ...error, ofAnswers: true }), commands];
}

export function customChallenge(state: CustomChallengeState, event: LoginEvent): Transition {
  if (event.type === 'tick') return tick(state, event.at);
  // A page may answer late: the question may be another by then.
  if (event.type !== 'respond' || state.busy || event.round !== state.round) return [state, []];
  const { answers } = event;
  if (state.shownBy === 'element' && !answers.ANSWER?.trim())
    return [{ ...state, error: { code: 'answer-missing' } }, []];
  return [{ ...state, busy: 'answer', error: null }, [{ type: 'answer', answer: { kind: 'challenge', answers } }]];
}
