/** The invariants of what the page is told, each a pure look at a trace: null, or what does not hold. */
import { claimsOf } from '../../support/claims-of.js';
import { endedIn, type Told, type Trace } from './trace.js';

const successes = ({ told }: Trace): Told[] => told.filter(({ type }) => type === 'login-success');
const last = (orders: readonly number[], before: number): number =>
  orders.reduce((latest, order) => (order < before ? Math.max(latest, order) : latest), -1);
const show = ({ type, detail, act }: Told): string => `${type} ${JSON.stringify(detail)} in act ${act}`;

/** Each success has tokens of its own, and no failure follows it before somebody does something. */
export function oneSuccess(trace: Trace): string | null {
  for (const success of successes(trace)) {
    const before = last(
      successes(trace).map(({ order }) => order),
      success.order,
    );
    const brought = endedIn(trace, before, success.order).some(({ answer }) => answer?.AuthenticationResult);
    if (!brought) return `${show(success)} had no tokens of its own`;
    const failure = trace.told.find(({ type, order }) => type === 'login-failure' && order > success.order);
    const acted = failure && trace.acts.slice(success.act + 1, failure.act + 1).some(({ personal }) => personal);
    if (failure && !acted) return `${show(success)} was followed by ${show(failure)}`;
  }
  return null;
}

/** What an attempt tells of its requests. */
const ofAttempt: ReadonlySet<string> = new Set(['login-code-sent', 'login-success', 'login-failure']);
const ofScreen: ReadonlySet<string> = new Set(['login-step', 'login-challenge']);

/** A page may sign out, start over or choose another mode by an element that it took away before, and hears what comes of it. */
const answersPage = ({ acts, told }: Trace, { act, order }: Told): boolean => {
  const before = told.findLast((one) => one.order < order);
  const between = acts.slice(before?.act ?? 0, act + 1);
  return between.some(({ name }) => /"call":"(sign-out|start-over)|"name":"mode"/.test(name));
};

/** What has to have happened, since what was told before, for a failure that needs no answer. */
const causes: Readonly<Record<string, (trace: Trace, before: Told | undefined, failure: Told) => boolean>> = {
  'session-expired': ({ acts }, before, { act }) =>
    acts.slice(before?.act ?? 0, act + 1).some(({ does }) => does === 'wait' || does === 'sleep' || does === 'tab'),
  'config-error': ({ acts }, _, { act }) =>
    acts.slice(0, act + 1).some(({ name }) => /"name":"(client-id|auth-flow|mode|username)"/.test(name)),
  'passkey-failed': ({ promptEnds }, before, { order }) => last(promptEnds, order) > (before?.order ?? -1),
};

export function noLateEvent(trace: Trace): string | null {
  const late = trace.told.find(
    (one) => !one.connected && (ofAttempt.has(one.type) || ofScreen.has(one.type)) && !answersPage(trace, one),
  );
  if (late) return `${show(late)} came after the disconnect`;
  const told = trace.told.filter(({ type }) => ofAttempt.has(type));
  const unasked = told.find((one, index) => !hasCause(trace, told[index - 1], one));
  return unasked ? `${show(unasked)} belongs to no request of its attempt` : null;
}

function hasCause(trace: Trace, before: Told | undefined, one: Told): boolean {
  const dropped = last(trace.drops, one.order);
  if (one.type === 'login-success')
    return endedIn(trace, dropped, one.order).some(({ answer }) => answer?.AuthenticationResult);
  if (one.type === 'login-failure' && causes[String(one.detail.code)]?.(trace, before, one)) return true;
  const after = before?.order ?? -1;
  return endedIn(trace, one.type === 'login-failure' ? after : Math.max(after, dropped), one.order).length > 0;
}

export const payloadOf = (token: string): Readonly<Record<string, unknown>> | null => {
  try {
    return claimsOf(token);
  } catch {
    return null;
  }
};

const isJwt = (token: string): boolean => {
  const { exp, iat } = payloadOf(token) ?? {};
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token) && typeof exp === 'number' && typeof iat === 'number';
};

export function wellFormed(trace: Trace): string | null {
  for (const success of successes(trace)) {
    const { tokens } = success;
    if (tokens === undefined) continue; // still asked for
    if (!tokens) return `${show(success)} has no session`;
    if (!isJwt(tokens.id) || !isJwt(tokens.access)) return `${show(success)} has tokens that are no JWTs`;
    if (payloadOf(tokens.id)!.aud !== trace.clientId) return `${show(success)} has another client's tokens`;
    if (!tokens.refresh) return `${show(success)} has no refresh token`;
  }
  return null;
}
