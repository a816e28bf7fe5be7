import { tick } from '../attempt.js';
import type { Transition } from '../command.js';
import type { LoginEvent } from '../event.js';
import type { PasskeyState } from '../state.js';

export function passkey(state: PasskeyState, event: LoginEvent): Transition {
  if (event.type === 'tick') return tick(state, event.at);
  if (state.busy) return [state, []];
  if (event.type === 'answer-passkey')
    return [{ ...state, busy: 'answer', error: null }, [{ type: 'answer', answer: { kind: 'passkey' } }]];
  if (event.type === 'use-another-method' && state.alternatives) {
    const command = { type: 'reauthenticate', username: state.username, to: 'choice' } as const;
    return [{ ...state, busy: 'choose', error: null }, [command]];
  }
  return [state, []];
}
