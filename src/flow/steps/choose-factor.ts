import { tick } from '../attempt.js';
import type { Transition } from '../command.js';
import { restsUntil } from '../earlier-code.js';
import type { LoginEvent } from '../event.js';
import type { ChooseFactorState } from '../state.js';

export function chooseFactor(state: ChooseFactorState, event: LoginEvent): Transition {
  if (event.type === 'tick') return tick(state, event.at);
  if (event.type !== 'choose-factor' || state.busy || !state.factors.includes(event.factor)) return [state, []];
  const { username, earlier } = state;
  if (event.factor === 'password') {
    const alternatives = state.factors.length > 1;
    return [{ name: 'password', username, busy: null, error: null, alternatives, earlier }, [{ type: 'abandon' }]];
  }
  if (event.at < restsUntil(earlier, event.factor)) return [state, []];
  const answer = { kind: 'factor', factor: event.factor } as const;
  return [{ ...state, busy: 'choose', error: null }, [{ type: 'answer', answer }]];
}
