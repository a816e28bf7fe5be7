import { leaveNoMatch } from '../flow/leave-no-match.js';
import type { Clock } from '../flow/ports.js';
import { isAnswer, type ServiceAnswer } from './answer.js';

/** How long an answer may take, body included, in milliseconds. */
export const timeLimit = 15_000;
/** The largest body that is read, in bytes; the service's answers have a few thousand. */
export const bodyLimit = 64 * 1024;

export interface WireSettings {
  readonly endpoint: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
}

/** The wire's own failures; any other code is the name of a service's exception. */
export type WireFailureCode = 'Offline' | 'Timeout' | 'Aborted' | 'BadResponse' | 'HttpError';

interface Circumstances {
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  /** The service's clock when it answered, in milliseconds since 1970. */
  readonly serverTime?: number | undefined;
}

/** A request's failure. `code` is where the SDK looks for it. */
export class WireFailure extends Error {
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly serverTime: number | undefined;

  constructor(
    readonly code: string,
    message = '',
    { status, requestId, serverTime }: Circumstances = {},
  ) {
    super(message);
    this.name = code;
    this.status = status;
    this.requestId = requestId;
    this.serverTime = serverTime;
  }
}

export type Wire = (operation: string, params: object, signal: AbortSignal) => Promise<ServiceAnswer>;

/**
 * One guarded POST to the service: nothing is sent twice, and every end is either an answer that has the operation's shape or a
 * WireFailure.
 */
export const openWire =
  (settings: WireSettings): Wire =>
  async (operation, params, signal) => {
    const limit = new AbortController();
    const failed = settlesWith(limit.signal);
    const abort = () => limit.abort(new WireFailure('Aborted'));
    const stopClock = settings.clock.after(timeLimit, () => limit.abort(new WireFailure('Timeout')));
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    try {
      // Raced, since a page's own `fetch` need not heed the signal.
      return await Promise.race([post(settings, operation, params, limit.signal), failed]);
    } finally {
      stopClock();
      signal.removeEventListener('abort', abort);
      leaveNoMatch();
    }
  };

/** Rejects with the signal's reason. */
function settlesWith(signal: AbortSignal): Promise<never> {
  const promise = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
  promise.catch(() => undefined); // whoever raced it has heard
  return promise;
}

async function post({ endpoint, fetch }: WireSettings, operation: string, params: object, signal: AbortSignal) {
  signal.throwIfAborted();
  const response = await send(() => fetch(endpoint, requestInit(operation, params, signal)), signal);
  const text = await readBody(response, signal);
  const body = parseJson(text === '' && bodiless.has(operation) ? '{}' : text);
  if (!response.ok) throw serviceFailure(response, body);
  if (!isAnswer(operation, body)) throw new WireFailure('BadResponse', '', circumstances(response));
  return body;
}

async function send(request: () => Promise<Response>, signal: AbortSignal): Promise<Response> {
  try {
    return await request();
  } catch {
    throw signal.aborted ? signal.reason : new WireFailure('Offline');
  }
}

const requestInit = (operation: string, params: object, signal: AbortSignal): RequestInit => ({
  method: 'POST',
  headers: {
    'Content-Type': 'application/x-amz-json-1.1',
    'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
    'X-Amz-User-Agent': 'cognito-mfa-login',
    'Cache-Control': 'no-store',
  },
  body: JSON.stringify(params),
  signal,
  mode: 'cors',
  cache: 'no-store',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  // A captive portal's 307 would have the browser post the credentials to the portal.
  redirect: 'error',
});

async function readBody(response: Response, signal: AbortSignal): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  try {
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      size += part.value.length;
      if (size > bodyLimit) {
        reader?.cancel().catch(() => undefined);
        throw new WireFailure('BadResponse', '', circumstances(response));
      }
      text += decoder.decode(part.value, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw error instanceof WireFailure ? error : new WireFailure('Offline', '', circumstances(response));
  }
}

/** What may be answered with no body at all (their pages in the API reference). */
const bodiless: ReadonlySet<string> = new Set(['RevokeToken', 'GlobalSignOut', 'ForgetDevice']);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function circumstances({ status, headers }: Response): Circumstances {
  const serverTime = Date.parse(headers.get('date') ?? '');
  return {
    status,
    requestId: headers.get('x-amzn-requestid') ?? undefined,
    serverTime: Number.isNaN(serverTime) ? undefined : serverTime,
  };
}

/** The name stands in `__type` (perhaps after a namespace and `#`) or in a header (perhaps before a colon). */
function serviceFailure(response: Response, body: unknown): WireFailure {
  const { __type: type, message, Message } = (body ?? {}) as Record<string, unknown>;
  const named = typeof type === 'string' ? type.split('#').pop() : undefined;
  const name = named || response.headers.get('x-amzn-errortype')?.split(':')[0];
  const text = [message, Message, response.headers.get('x-amzn-errormessage')].find((part) => typeof part === 'string');
  return new WireFailure(name || 'HttpError', String(text ?? ''), circumstances(response));
}
