import { tick } from '../attempt.js';
import type { Transition } from '../command.js';
import { restsUntil } from '../earlier-code.js';
import type { LoginEvent } from '../event.js';
import type { ChooseMfaState } from '../state.js';

export function chooseMfa(state: ChooseMfaState, event: LoginEvent): Transition {
  if (event.type === 'tick') return tick(state, event.at);
  if (event.type !== 'choose-mfa' || state.busy || !state.channels.includes(event.channel)) return [state, []];
  if (event.at < restsUntil(state.earlier, event.channel)) return [state, []];
  const answer = { kind: 'mfa', channel: event.channel } as const;
  return [{ ...state, busy: 'choose', error: null }, [{ type: 'answer', answer }]];
}
