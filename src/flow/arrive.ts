import { afterTokens } from './after-tokens.js';
import { codeSentAt, resendLimit, startClock, stay } from './attempt.js';
import type { Command, Transition } from './command.js';
import { codesLeft, earlierCodes } from './earlier-code.js';
import type { Terms } from './event.js';
import type { CodeNeeded, Outcome } from './outcome.js';
import { firstStep, type CodeState, type LoginState, type Resend, type StepName } from './state.js';
import { codeSentAgain, signInAfterwards } from './steps/confirm-sign-up.js';
import { arriveAtReset, signInWithNewPassword } from './steps/reset-password.js';

type Arrival = Exclude<Outcome, { kind: 'failed' }>;

/**
 * Turns an outcome that is no failure into the step it leads to. What a refusal leads to instead stands in `refused-sign-in.ts`, what is
 * found in the storage in `restored.ts`, and what needs no answer of the service's in the step that it leads from.
 */
export function arrive(from: LoginState, outcome: Arrival, terms: Terms): Transition {
  const { username } = from;
  switch (outcome.kind) {
    case 'code-needed':
      return arriveAtCode(from, outcome, terms);
    case 'factor-choice':
      return arriveAtFactors(from, outcome, terms);
    case 'password-needed':
      return [{ ...fresh('password', username), alternatives: false, earlier: earlierCodes(from) }, [forget]];
    case 'signed-in':
      return afterTokens(username, outcome.offers);
    case 'done':
      return 'offers' in from ? afterTokens(username, from.offers) : [stay(from), []];
    case 'cancelled':
      return [stay(from), []];
    case 'signed-out':
      return [firstStep(), [{ type: 'signed-out', username, global: outcome.global }]];
    case 'reset-sent':
      return arriveAtReset(from, terms);
    case 'password-reset':
      return signInWithNewPassword(from, terms);
    case 'confirmation-sent':
      return codeSentAgain(from, outcome, terms);
    case 'confirmed':
      return signInAfterwards(from);
    default:
      return arriveAtChallenge(from, outcome, terms);
  }
}

type ChallengeArrival = Extract<
  Arrival,
  {
    kind:
      | 'mfa-choice'
      | 'set-up-choice'
      | 'totp-set-up'
      | 'email-needed'
      | 'new-password-needed'
      | 'challenge-asked'
      | 'passkey-needed';
  }
>;

function arriveAtChallenge(from: LoginState, outcome: ChallengeArrival, terms: Terms): Transition {
  const { username } = from;
  const clock = startClock(terms);
  const onTheWay = { ...clock, earlier: earlierCodes(from) };
  switch (outcome.kind) {
    case 'mfa-choice':
      return [{ ...fresh('choose-mfa', username), ...onTheWay, channels: outcome.channels }, forgetUnlessKept(terms)];
    case 'set-up-choice':
      return [{ ...fresh('choose-set-up', username), ...onTheWay, factors: outcome.factors }, forgetUnlessKept(terms)];
    case 'totp-set-up': {
      const kept = terms.resend === 'keep';
      const state = { ...fresh('set-up-totp', username), ...clock, secret: outcome.secret, kept };
      return [state, forgetUnlessKept(terms)];
    }
    case 'email-needed':
      return [{ ...fresh('set-up-email', username), ...onTheWay, email: '' }, forgetUnlessKept(terms)];
    case 'new-password-needed':
      return [{ ...fresh('new-password', username), ...clock, attributes: outcome.attributes }, [forget]];
    case 'challenge-asked':
      // The page is asked first; until it has answered, the person stays where they are.
      return [from, [{ type: 'offer-challenge', challenge: { name: outcome.name, parameters: outcome.parameters } }]];
    case 'passkey-needed': {
      const state = { ...fresh('passkey', username), ...onTheWay, alternatives: outcome.alternatives };
      return [{ ...state, busy: 'answer' }, [forget, { type: 'answer', answer: { kind: 'passkey' } }]];
    }
    default:
      return outcome satisfies never;
  }
}

const forget: Command = { type: 'forget-password' };

/** Between the password and the code it is kept for "Send a new code" alone. */
const forgetUnlessKept = (terms: Terms): readonly Command[] => (terms.resend === 'keep' ? [] : [forget]);

/** What every step begins with. */
const fresh = <Name extends StepName>(name: Name, username: string) => ({ name, username, busy: null, error: null });

function arriveAtFactors(
  from: LoginState,
  { factors, preferred }: Extract<Arrival, { kind: 'factor-choice' }>,
  terms: Terms,
): Transition {
  const { username } = from;
  const earlier = earlierCodes(from);
  const others = factors.filter((factor) => factor !== preferred);
  const ordered = preferred && factors.includes(preferred) ? [preferred, ...others] : factors;
  // Asking for the password sends nothing, so the person need not ask for it first.
  const password = ordered[0] === 'password' && (preferred === 'password' || ordered.length === 1);
  if (password) return [{ ...fresh('password', username), alternatives: factors.length > 1, earlier }, [forget]];
  return [{ ...fresh('choose-factor', username), ...startClock(terms), factors: ordered, earlier }, [forget]];
}

/** The code step. */
export function arriveAtCode(
  from: LoginState,
  outcome: CodeNeeded,
  terms: Terms,
): readonly [CodeState, readonly Command[]] {
  const { channel, destination, again, alternatives } = outcome;
  const mode = repeatMode(again, terms);
  const resend = channel === 'totp' ? null : resendTerms(from, mode, terms);
  const state: CodeState = {
    ...fresh('code', from.username),
    ...startClock(terms),
    channel,
    destination,
    resend,
    another: alternatives ? (mode ?? 'ask') : null,
    passwordless: again === 'username',
    earlier: earlierCodes(from),
  };
  const wanted = mode === 'keep' && again === 'password' && (resend !== null || alternatives);
  const commands: Command[] = wanted ? [] : [forget];
  if (channel !== 'totp') commands.push(codeSent(from, outcome));
  return [state, commands];
}

/** Whether a fresh sign-in to the same point is one press, asks for the password, or cannot be. */
function repeatMode(again: CodeNeeded['again'], { resend }: Terms): Resend['mode'] | null {
  if (again === null || resend === 'off') return null;
  return again === 'username' ? 'keep' : resend;
}

function resendTerms(from: LoginState, mode: Resend['mode'] | null, { at }: Terms): Resend | null {
  if (!mode) return null;
  return { ...codeSentAt(at, codesLeft(from)), mode };
}

function codeSent(from: LoginState, { channel, destination }: CodeNeeded): Command {
  return { type: 'code-sent', channel, destination, count: resendLimit - codesLeft(from) + 1 };
}
