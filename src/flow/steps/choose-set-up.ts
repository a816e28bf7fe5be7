import { tick } from '../attempt.js';
import type { Transition } from '../command.js';
import type { LoginEvent } from '../event.js';
import type { ChooseSetUpState } from '../state.js';

/** Nothing is begun before the person says so: an authenticator app has to be at hand. */
export function chooseSetUp(state: ChooseSetUpState, event: LoginEvent): Transition {
  if (event.type === 'tick') return tick(state, event.at);
  if (event.type !== 'choose-set-up' || state.busy || !state.factors.includes(event.factor)) return [state, []];
  const answer = { kind: 'set-up', factor: event.factor } as const;
  return [{ ...state, busy: 'choose', error: null }, [{ type: 'answer', answer }]];
}
