/** The columns of the matrix: what befalls a request, and what the person is then told. Nothing here knows how src maps a failure. */
import type { ErrorCode } from '../../../src/flow/error.js';
import type { Fault } from '../../support/faults.js';
import { challenge, refusal, silence, stalled, tokens } from '../../support/scripted-service.js';
import type { OperationKind } from './operations.js';

/** A fault as a cell meets it. */
export interface FaultCase {
  /** What it comes to: a failure's code; the operation succeeds all the same; or nobody is there to hear. */
  readonly leadsTo: ErrorCode | 'success' | 'silence';
  /** Whether the request has reached the service, which may have spent the Session and sent a message. */
  readonly reaches: boolean;
  /** How long it goes on after the request was sent, in milliseconds. */
  readonly lasts?: number;
  /** What goes on in the page while the answer waits. */
  readonly meanwhile?: 'submitted again' | 'removed' | 'changed';
  /** Whether the storage refuses everything from then on. */
  readonly refuses?: true;
  /** In which ways it comes, where these are several: a cell plays each. */
  readonly ways?: readonly string[];
  readonly meet: (surroundings: Surroundings) => Fault;
}

export interface Surroundings {
  readonly kind: OperationKind;
  /** One of the fault's ways. */
  readonly way: string;
  /** Whether PASSWORD_VERIFIER is what comes next. */
  readonly proofIsNext: boolean;
  /** Resolves so many milliseconds later, by the clock that the element has. */
  after(ms: number): Promise<void>;
  /** Resolves when the page has done what it does meanwhile. */
  readonly meanwhile: Promise<void>;
}

const html = '<!doctype html><title>Hotel Wi-Fi</title><h1>Room number?</h1>';
const page = (status: number): Response => new Response(html, { status, headers: { 'content-type': 'text/html' } });

/** What fetch rejects with, in the words of the three engines: no product may go by them. */
const noConnection = (words: string): Promise<Response> => Promise.reject(new TypeError(words));

/** An answer in the service's place. */
const instead = (
  leadsTo: ErrorCode,
  answer: (surroundings: Surroundings) => Response | Promise<Response>,
): FaultCase => ({
  ...{ leadsTo, reaches: false },
  meet: (surroundings) => async () => answer(surroundings),
});

/** The service answers, and the answer comes late. */
const delayed = (ms: number, leadsTo: FaultCase['leadsTo']): FaultCase => ({
  ...{ leadsTo, reaches: true, lasts: ms },
  meet: ({ after }) => {
    return async (send) => {
      const [response] = await Promise.all([send(), after(ms)]);
      return response;
    };
  },
});

/** The answer waits while something happens in the page. */
const held = (leadsTo: FaultCase['leadsTo'], meanwhile: NonNullable<FaultCase['meanwhile']>): FaultCase => ({
  ...{ leadsTo, reaches: true, meanwhile },
  meet: (surroundings) => async (send) => {
    const response = await send();
    await surroundings.meanwhile;
    return response;
  },
});

const invalidSession = 'Invalid session for the user, session';

/** The words for what is over, by what stands behind the request (error table of the design; captures of the service). */
const overBy: Readonly<Record<string, { readonly expired: () => Response; readonly spent: () => Response }>> = {
  session: {
    expired: () => refusal('NotAuthorizedException', `${invalidSession} is expired.`),
    spent: () => refusal('NotAuthorizedException', `${invalidSession} can only be used once.`),
  },
  'access-token': {
    expired: () => refusal('NotAuthorizedException', 'Access Token has expired'),
    spent: () => refusal('NotAuthorizedException', 'Access Token has been revoked'),
  },
  'refresh-token': {
    expired: () => refusal('NotAuthorizedException', 'Refresh Token has expired'),
    spent: () => refusal('RefreshTokenReuseException', 'Refresh token has been invalidated'),
  },
};

/** A handshake where none is due. */
function outOfOrder({ proofIsNext }: Surroundings): Response {
  const name = proofIsNext ? 'DEVICE_PASSWORD_VERIFIER' : 'PASSWORD_VERIFIER';
  const parameters = { SRP_B: 'abcdef0123456789', SALT: '7', SECRET_BLOCK: 'c2VjcmV0', USER_ID_FOR_SRP: 'ann' };
  return new Response(challenge(name, parameters));
}

/** Tokens of which one is missing or garbage, and the others are as they should be: who looks at one alone does not see it. */
const garbled: Readonly<Record<string, object>> = {
  'no ID token': { IdToken: undefined },
  'no access token': { AccessToken: undefined },
  'an empty ID token': { IdToken: '' },
  'an ID token that is no JWT': { IdToken: 'a.b.c' },
  'an access token that is no JWT': { AccessToken: 'a.b.c' },
  'an empty refresh token': { RefreshToken: '' },
};

/** Past every limit, and before anything else is due. */
const endless = 20_000;

export const faults = {
  'offline before send': instead('offline', () => noConnection('Failed to fetch')),
  'connection reset': {
    ...{ leadsTo: 'offline', reaches: true },
    meet: () => async (send) => {
      await send();
      return noConnection('NetworkError when attempting to fetch resource.');
    },
  },
  'name not found': instead('offline', () => noConnection('Load failed')),
  'CORS header missing': {
    ...{ leadsTo: 'offline', reaches: true },
    // A browser has the service do its work, and keeps the answer to itself (Fetch, "CORS check").
    meet: () => async (send, init) => {
      const response = await send();
      return init.mode === 'cors' ? noConnection('Failed to fetch') : response;
    },
  },
  'redirect to HTML': {
    ...{ leadsTo: 'offline', reaches: false },
    // Followed unless the request forbids it (Fetch, "HTTP fetch").
    meet: () => async (_send, init) => (init.redirect === 'error' ? noConnection('Failed to fetch') : page(200)),
  },
  '5 s delay': delayed(5000, 'success'),
  '20 s delay': delayed(20_000, 'timeout'),
  hang: { ...instead('timeout', silence), lasts: endless },
  'headers, then a stalled body': { ...instead('timeout', () => stalled()), lasts: endless },
  'truncated body': {
    ...{ leadsTo: 'bad-response', reaches: true },
    meet: () => async (send) => {
      const text = await (await send()).text();
      return new Response(text.slice(0, Math.floor(text.length / 2)));
    },
  },
  '200 malformed': instead('bad-response', () => new Response("{'ChallengeName': SMS_MFA}")),
  '200 HTML': instead('bad-response', () => page(200)),
  '200 {}': instead('bad-response', () => new Response('{}')),
  '200 null': instead('bad-response', () => new Response('null')),
  '2 MB body': instead('bad-response', () => new Response(`{"padding":"${'x'.repeat(2 << 20)}"}`)),
  '500 typed': instead('service-unavailable', () => refusal('InternalErrorException', 'Internal error', 500)),
  '503 HTML': instead('service-unavailable', () => page(503)),
  '502 empty': instead('service-unavailable', () => new Response('', { status: 502 })),
  'status 429': instead('busy', () => new Response('Too Many Requests', { status: 429 })),
  '403 WAF HTML': instead('blocked', () => page(403)),
  'unknown exception': instead('client-error', () => refusal('QuantumDecoherenceException', 'The cat is both.')),
  'session expired': instead('session-expired', ({ kind: { by } }) => overBy[by ?? '']!.expired()),
  'session spent': instead('session-spent', ({ kind: { by } }) => overBy[by ?? '']!.spent()),
  'unknown challenge': instead('unsupported-challenge', () => new Response(challenge('WAVE_HAND', { HAND: 'left' }))),
  'out-of-order challenge': instead('unsupported-challenge', outOfOrder),
  'garbage for tokens': {
    ...instead('bad-response', ({ way }) => new Response(tokens(garbled[way]))),
    ways: Object.keys(garbled),
  },
  'duplicate submission': held('success', 'submitted again'),
  'host removed in flight': held('silence', 'removed'),
  'attributes changed in flight': held('success', 'changed'),
  'storage throws': { ...{ leadsTo: 'success', reaches: true, refuses: true }, meet: () => (send) => send() },
} as const satisfies Readonly<Record<string, FaultCase>>;

export type FaultName = keyof typeof faults;

export const faultNames = Object.keys(faults) as readonly FaultName[];

/** Why a cell does not apply; null where it does. */
export function whyNot(fault: FaultName, kind: OperationKind): string | null {
  switch (fault) {
    case 'session expired':
    case 'session spent':
      return kind.by ? null : 'no session or token of an earlier answer goes with it';
    case 'unknown challenge':
    case 'out-of-order challenge':
      return kind.namesChallenge ? null : 'its answer names no challenge';
    case 'garbage for tokens':
      return kind.givesTokens ? null : 'its answer holds no tokens';
    case '200 {}':
      return kind.emptyAnswer ? 'that is the service’s own answer, or nothing of it is read' : null;
    default:
      return null;
  }
}

/** The code that a fault comes to for an operation: an access token that is over in any way has one sentence. */
export function codeOf(fault: FaultName, { by }: OperationKind): FaultCase['leadsTo'] {
  return fault === 'session spent' && by !== 'session' ? 'session-expired' : faults[fault].leadsTo;
}
