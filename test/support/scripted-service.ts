/** A service that answers what a test tells it to, and remembers what it was asked. Its tokens are JWTs that nobody signed. */

/** One request as it was sent. */
export interface Sent {
  readonly operation: string;
  readonly params: RequestParams;
  readonly url: string;
  readonly init: RequestInit;
}

export interface RequestParams {
  readonly AuthFlow?: string;
  readonly AuthParameters?: Record<string, string>;
  readonly ChallengeName?: string;
  readonly ChallengeResponses?: Record<string, string>;
  readonly ClientMetadata?: Record<string, string>;
  readonly Session?: string;
  readonly Token?: string;
  readonly [name: string]: unknown;
}

/** A text is the body of a 200; an Error is what fetch rejects with; a function decides when it is asked. */
export type Reply = string | Response | Error | ((sent: Sent) => Response | Promise<Response>);

async function play(reply: Reply | undefined, sent: Sent): Promise<Response> {
  if (reply === undefined) throw new Error(`The script has no answer to ${sent.operation}.`);
  if (reply instanceof Error) throw reply;
  if (typeof reply === 'function') return reply(sent);
  return typeof reply === 'string' ? new Response(reply) : reply.clone();
}

/** Answers the first request with the first reply, and so on; it never heeds a request's signal. */
export function scriptedService(...script: readonly Reply[]) {
  const replies = [...script];
  const sent: Sent[] = [];
  const answer: typeof fetch = (input, init = {}) => {
    const target = new Headers(init.headers).get('x-amz-target') ?? '';
    const params = JSON.parse(String(init.body)) as RequestParams;
    const request = { operation: target.split('.')[1] ?? '', params, url: String(input), init };
    sent.push(request);
    return play(replies.shift(), request);
  };
  return {
    fetch: answer,
    sent,
    /** The operations asked for, and the challenges answered, in order. */
    operations: () => sent.map(({ operation, params }) => params.ChallengeName ?? operation),
  };
}

const inBytes = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));
export const base64Url = (text: string): string =>
  btoa(inBytes(text)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** A JWT whose header and signature mean nothing. Times in seconds from now. */
export function jwt({
  from = 0,
  until = 3600,
  ...claims
}: { from?: number; until?: number; [claim: string]: unknown } = {}) {
  const now = Math.floor(Date.now() / 1000);
  return `${base64Url('{"alg":"none"}')}.${base64Url(JSON.stringify({ iat: now + from, exp: now + until, ...claims }))}.AA`;
}

export const tokens = (changes: object = {}): string =>
  JSON.stringify({
    ChallengeParameters: {},
    AuthenticationResult: {
      ...{ AccessToken: jwt(), IdToken: jwt(), RefreshToken: 'refresh-1', ExpiresIn: 3600, TokenType: 'Bearer' },
      ...changes,
    },
  });

export const session = 'S'.repeat(40);

export const challenge = (ChallengeName: string, ChallengeParameters: object = {}, Session = session): string =>
  JSON.stringify({ ChallengeName, ChallengeParameters, Session });

/** The choice of a first factor, by the service's names. */
export const choice = (...AvailableChallenges: unknown[]): string =>
  JSON.stringify({ ChallengeName: 'SELECT_CHALLENGE', ChallengeParameters: {}, AvailableChallenges, Session: session });

/** The service's half of an SRP handshake; no signature is checked, so any numbers serve. */
export const handshake = (changes: object = {}): string =>
  JSON.stringify({
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      ...{
        SRP_B: 'abcdef0123456789',
        SALT: '7',
        SECRET_BLOCK: 'c2VjcmV0',
        USER_ID_FOR_SRP: 'ann-id',
        USERNAME: 'ann-id',
      },
      ...changes,
    },
  });

/** An exception as the service sends it. */
export const refusal = (type: string, message = '', status = 400, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ __type: type, message }), { status, headers });

/** A request that is never answered. */
export const silence = (): Promise<Response> => new Promise(() => undefined);

/** Headers, the beginning of a body, and nothing more. */
export const stalled = (beginning = '{"Auth'): Response =>
  new Response(new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode(beginning)) }));

/** A reply that comes when the test says so. */
export function heldBack() {
  let answer: (response: Response) => void = () => undefined;
  const response = new Promise<Response>((resolve) => (answer = resolve));
  return { reply: () => response, answer: (given: Response) => answer(given) };
}
