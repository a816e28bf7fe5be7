import type { Problem } from '../../flow/error.js';
import type { Sentence, StepView, View } from '../step-view.js';
import { timeLeft } from './clock.js';
import { problemText } from './problem.js';

/** As far as a step's state is told. */
interface Told {
  readonly busy: string | null;
  readonly error: Problem | null;
  readonly expiresAt?: number;
  readonly warned?: 60 | 20 | null;
}

/** What the live region says when one state follows another: each thing once, an error before anything else. */
export function announce<State extends Told>(
  step: StepView<State>,
  state: State,
  previous: State | null,
  view: View,
): string | null {
  const { error, busy, warned = null, expiresAt = 0 } = state;
  if (error && error !== previous?.error) return step.problemText?.(state, view) ?? problemText(error, view);
  if (busy && busy !== previous?.busy) return step.busyText(state, view);
  if (!previous) return step.arrival?.(state, view) ?? onArrival(step, state, view);
  if (expiresAt !== (previous.expiresAt ?? 0) || step.asksAnew?.(state, previous))
    return plain(step.intro(state, view));
  return warned !== (previous.warned ?? null) ? (timeLeft({ warned, expiresAt }, view) ?? null) : null;
}

function onArrival<State>(step: StepView<State>, state: State, view: View): string {
  const heading = step.heading(state, view);
  // Of any script: a question is not followed by a full stop.
  const ended = /\p{Sentence_Terminal}$/u.test(heading);
  return `${heading}${ended ? '' : '.'} ${plain(step.intro(state, view))}`;
}

const plain = ({ text, emphasised = '' }: Sentence): string => text.replace(/\{\w+\}/, () => emphasised);
