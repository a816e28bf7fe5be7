import type { Command, Transition } from './command.js';
import type { Terms } from './event.js';
import type { CodeNeeded, Outcome } from './outcome.js';
import { firstStep, type CodeState, type LoginState, type Resend } from './state.js';

/** How many codes a person may ask for anew in one attempt. */
export const resendLimit = 5;
/** How long "Send a new code" rests after one was sent, in milliseconds. */
export const coolDown = 30_000;

/** Turns an outcome that is no failure into the step it leads to: the one place where steps are born. */
export function arrive(from: LoginState, outcome: Exclude<Outcome, { kind: 'failed' }>, terms: Terms): Transition {
  switch (outcome.kind) {
    case 'code-needed':
      return arriveAtCode(from, outcome, terms);
    case 'signed-in':
      return [
        { name: 'signed-in', username: from.username, busy: null, error: null },
        [{ type: 'forget-password' }, { type: 'success', username: from.username }],
      ];
    case 'signed-out':
      return [firstStep(), [{ type: 'signed-out', username: from.username, global: outcome.global }]];
    default:
      return outcome satisfies never;
  }
}

function arriveAtCode(from: LoginState, outcome: CodeNeeded, terms: Terms): Transition {
  const resend = outcome.channel === 'totp' ? null : resendTerms(from, terms);
  const state: CodeState = {
    name: 'code',
    username: from.username,
    channel: outcome.channel,
    destination: outcome.destination,
    busy: null,
    error: null,
    expiresAt: terms.at + terms.sessionLength,
    warned: null,
    resend,
  };
  const commands: Command[] = resend?.mode === 'keep' ? [] : [{ type: 'forget-password' }];
  if (outcome.channel !== 'totp') commands.push(codeSent(from, outcome));
  return [state, commands];
}

function resendTerms(from: LoginState, { at, resend }: Terms): Resend | null {
  if (resend === 'off') return null;
  const left = from.name === 'code' && from.resend ? from.resend.left : resendLimit;
  return { mode: resend, asking: false, availableAt: at + coolDown, left };
}

function codeSent(from: LoginState, { channel, destination }: CodeNeeded): Command {
  const count = from.name === 'code' && from.resend ? resendLimit - from.resend.left + 1 : 1;
  return { type: 'code-sent', channel, destination, count };
}
