/** The invariants by name, each a pure look at a trace: null, or what does not hold. I12 compares two runs: see pair.ts. */
import { noLateEvent, oneSuccess, payloadOf, wellFormed } from './event-invariants.js';
import { endedIn, type Sent, type Trace } from './trace.js';

export interface Invariant {
  readonly name: string;
  readonly says: string;
  readonly broken: (trace: Trace) => string | null;
}

/** What keeps or ends a session belongs to no attempt: it is carried through whatever the person does. */
const upkeep: ReadonlySet<string> = new Set([
  'GetTokensFromRefreshToken',
  'RevokeToken',
  'GlobalSignOut',
  'ForgetDevice',
]);
/** Of somebody whose tokens have come: neither waits for the other. */
const afterTokens: ReadonlySet<string> = new Set(['ConfirmDevice', 'UpdateDeviceStatus', 'ListWebAuthnCredentials']);

function oneRequest({ sent }: Trace): string | null {
  for (const { operation, beside } of sent) {
    const others = beside.filter(
      (other) => !upkeep.has(other) && !(afterTokens.has(operation) && afterTokens.has(other)),
    );
    if (!upkeep.has(operation) && others.length) return `${operation} was sent beside ${others.join(', ')}`;
  }
  return null;
}

function oneMessage({ sent, acts }: Trace): string | null {
  for (const [index, { name }] of acts.entries()) {
    const senders = sent.filter(({ cause, messages }) => cause === index && messages > 0);
    const messages = senders.reduce((sum, request) => sum + request.messages, 0);
    if (messages > 1) return `act ${index} (${name}) had ${messages} messages sent`;
  }
  const unasked = sent.find(({ cause, messages }) => cause < 0 && messages > 0);
  return unasked ? `${unasked.operation} sent a message and nobody had done anything` : null;
}

const codeKeys = ['SMS_MFA_CODE', 'EMAIL_OTP_CODE', 'SOFTWARE_TOKEN_MFA_CODE', 'SMS_OTP_CODE'];

function ownSession(trace: Trace): string | null {
  for (const { order, operation, params } of trace.sent) {
    const answers = params.ChallengeResponses ?? {};
    const withCode = operation === 'VerifySoftwareToken' || codeKeys.some((key) => key in answers);
    if (!withCode) continue;
    const asked = endedIn(trace, -1, order).filter(({ answer }) => answer?.Session);
    const newest = asked.reduce<Sent | null>((one, other) => ((one?.ended ?? -1) > other.ended! ? one : other), null);
    if (newest?.answer?.Session !== params.Session) return `${operation} took a Session that was not the newest`;
    const name = newest?.answer?.ChallengeName;
    if (name && params.ChallengeName && name !== params.ChallengeName)
      return `a code for ${name} answered ${params.ChallengeName}`;
  }
  return null;
}

function wayOut({ look }: Trace): string | null {
  if (!look.connected) return null;
  if (look.busy && !look.waits) return `${look.step} is busy, and nothing is under way`;
  return look.ways > 0 || look.busy ? null : `${look.step} has no way on`;
}

function noSecret({ look, secrets }: Trace): string | null {
  for (const [place, text] of Object.entries(look.places))
    for (const secret of secrets) if (text.includes(secret)) return `"${secret.slice(0, 16)}" can be read in ${place}`;
  return null;
}

function emptyPassword({ look }: Trace): string | null {
  const filled = look.passwords.find(({ asked, fresh, value }) => value !== '' && (!asked || fresh));
  return filled
    ? `a password stands in ${look.step}, which ${filled.asked ? 'was reached just now' : 'asks for none'}`
    : null;
}

const tokenKeys = ['accessToken', 'clockDrift', 'idToken', 'refreshToken'];
const besides: ReadonlySet<string> = new Set(['deviceKey', 'deviceGroupKey', 'randomPasswordKey']);

function allOrNone({ clientId, look: { stored } }: Trace): string | null {
  const prefix = `CognitoIdentityServiceProvider.${clientId}.`;
  const own = Object.entries(stored).filter(([key]) => key.startsWith(prefix));
  const named = Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value]));
  const names = Object.keys(named);
  const users = new Map<string, string[]>();
  for (const name of names.filter((one) => one !== 'LastAuthUser')) {
    const [, user = '', key = ''] = /^(.*)\.(\w+)$/.exec(name) ?? [];
    if (!besides.has(key)) users.set(user, [...(users.get(user) ?? []), key].sort());
  }
  const all = names.includes('LastAuthUser') ? 1 : 0;
  if (users.size !== all) return `the keys are of ${users.size} users, and LastAuthUser of ${all}: ${names.join(', ')}`;
  const part = [...users.values()].find((keys) => keys.join() !== tokenKeys.join());
  return part ? `of a user's keys there are ${part.join(', ')}` : ofOthers(named);
}

/** Whoever signed in last, by whatever name they typed, the keys are named after, and both tokens are theirs. */
function ofOthers(named: Readonly<Record<string, string>>): string | null {
  const { LastAuthUser: user } = named;
  if (user === undefined) return null;
  const {
    email,
    phone_number: phone,
    sub,
    'cognito:username': username,
  } = payloadOf(named[`${user}.idToken`] ?? '') ?? {};
  const access = payloadOf(named[`${user}.accessToken`] ?? '') ?? {};
  if (access.username !== username || access.sub !== sub) return 'the tokens are of two users';
  const isTheirs = [username, email, phone].includes(user);
  return isTheirs ? null : `LastAuthUser is ${user}, and the tokens are of ${String(username)}`;
}

function focusStays({ look: { focus, step } }: Trace): string | null {
  if (!focus || focus.before === focus.after || focus.before === 'nowhere') return null;
  return `the focus was ${focus.before} and is ${focus.after}, in ${step}`;
}

export const invariants: readonly Invariant[] = [
  { name: 'I1', says: 'at most one success an attempt, never followed by failure', broken: oneSuccess },
  { name: 'I2', says: 'at most one request in flight', broken: oneRequest },
  { name: 'I3', says: 'at most one message-sending request per act of the person', broken: oneMessage },
  { name: 'I4', says: 'no event after disconnect or after the attempt changed', broken: noLateEvent },
  { name: 'I5', says: 'a code goes only with its own session', broken: ownSession },
  { name: 'I6', says: 'every state has a way out', broken: wayOut },
  { name: 'I7', says: 'secrets in no observable place', broken: noSecret },
  { name: 'I8', says: 'the password input is empty or absent unless its step asks for it', broken: emptyPassword },
  { name: 'I9', says: 'success only with well-formed JWTs', broken: wellFormed },
  { name: 'I10', says: 'stored keys all or none, of one user', broken: allOrNone },
  { name: 'I11', says: 'the focus stays inside, and is never taken from elsewhere', broken: focusStays },
];

/** An invariant that does not hold. */
export class Broken extends Error {
  constructor(
    readonly invariant: string,
    says: string,
    what: string,
  ) {
    super(`${invariant} (${says}): ${what}`);
    this.name = 'Broken';
  }
}

/** @throws Broken, for the first that does not hold */
export function check(trace: Trace): void {
  for (const { name, says, broken } of invariants) {
    const what = broken(trace);
    if (what !== null) throw new Broken(name, says, what);
  }
}
