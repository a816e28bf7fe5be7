import { tick } from '../attempt.js';
import type { Command, Transition } from '../command.js';
import type { LoginEvent } from '../event.js';
import type { PasskeyState } from '../state.js';

export function passkey(state: PasskeyState, event: LoginEvent): Transition {
  if (event.type === 'tick') return tick(state, event.at);
  // Also while the browser's prompt is open, which may be on another screen: it is closed then.
  if (event.type === 'use-another-method' && state.alternatives && state.busy !== 'choose') {
    const command = { type: 'reauthenticate', username: state.username, to: 'choice' } as const;
    const commands: readonly Command[] = state.busy ? [{ type: 'abandon' }, command] : [command];
    return [{ ...state, busy: 'choose', error: null }, commands];
  }
  if (event.type !== 'answer-passkey' || state.busy) return [state, []];
  return [{ ...state, busy: 'answer', error: null }, [{ type: 'answer', answer: { kind: 'passkey' } }]];
}
