import { bodyTooLarge, CognitoError, internalError, serialization, unknownOperation } from './errors.js';
import type { Input } from './pool.js';
import { type Services, uuid } from './services.js';

/** Bytes that a request's body may have. */
export const MAX_BODY = 64 * 1024;

const CONTENT_TYPE = 'application/x-amz-json-1.1';
const TARGET = /^AWSCognitoIdentityProviderService\.(\w{1,64})$/;
const EXPOSED = 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date';

/** One request as the pool's log has it: what was asked and how it ended, and nothing a person typed. */
export interface LogEntry {
  operation: string;
  /** The challenge that was answered. */
  challenge?: string;
  status: number;
  error?: string;
  /** Milliseconds by the pool's clock. */
  at: number;
}

/** Grants what a preflight asks for, to any page, for two days. */
export function preflight(request: Request, methods: string): Response {
  const headers = new Headers({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': methods,
    'access-control-max-age': '172800',
  });
  const asked = request.headers.get('access-control-request-headers');
  if (asked) headers.set('access-control-allow-headers', asked);
  return new Response(null, { headers });
}

/** Reads at most `MAX_BODY` bytes, so that no body, however long, fills the memory. */
async function readText(request: Request): Promise<string> {
  const decoder = new TextDecoder();
  // Firefox has no `Request.body` (MDN, "Request: body property").
  const reader = (request.body ?? new Blob([await request.arrayBuffer()]).stream()).getReader();
  let text = '';
  let size = 0;
  for (let chunk = await reader.read(); chunk.value; chunk = await reader.read()) {
    size += chunk.value.length;
    if (size > MAX_BODY) throw bodyTooLarge();
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}

/** Reads a JSON object; anything else is a SerializationException. */
export async function readInput(request: Request): Promise<Input> {
  let input: unknown;
  try {
    input = JSON.parse(await readText(request));
  } catch (error) {
    throw error instanceof CognitoError ? error : serialization('Unexpected end or token in the JSON body');
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw serialization('Expected an object');
  return input as Input;
}

function readOperation({ method, headers }: Request): string {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  const operation = TARGET.exec(headers.get('x-amz-target') ?? '')?.[1];
  if (method !== 'POST' || type !== CONTENT_TYPE || !operation) throw unknownOperation();
  return operation;
}

function asCognitoError(error: unknown): CognitoError {
  if (error instanceof CognitoError) return error;
  console.error('The user pool failed:', error);
  return internalError();
}

/** A header takes printable ASCII only, while a message may quote what was sent. */
const headerText = (text: string) => text.replace(/[^\x20-\x7e]/g, '?');

function respond(status: number, body: object, { clock, random }: Services, error?: CognitoError): Response {
  const headers = new Headers({
    'access-control-allow-origin': '*',
    'access-control-expose-headers': EXPOSED,
    'content-type': CONTENT_TYPE,
    date: new Date(clock()).toUTCString(),
    'x-amzn-requestid': uuid(random),
  });
  if (error) headers.set('x-amzn-errortype', `${error.name}:`);
  if (error) headers.set('x-amzn-errormessage', headerText(error.message));
  return new Response(JSON.stringify(body), { status, headers });
}

/** A log is read by people and shown on a page: only a word of the protocol gets in. */
const challengeOf = ({ ChallengeName }: Input) =>
  typeof ChallengeName === 'string' && /^[A-Z_]{1,40}$/.test(ChallengeName) ? { challenge: ChallengeName } : {};

/** Takes a request through AWS's JSON 1.1 protocol: finds the operation, has it performed, puts the outcome in its envelope. */
export async function serve(
  request: Request,
  services: Services,
  perform: (operation: string, input: Input) => Promise<object>,
): Promise<Response> {
  const entry = { operation: 'unknown', at: services.clock() };
  let input: Input = {};
  try {
    entry.operation = readOperation(request);
    input = await readInput(request);
    const body = await perform(entry.operation, input);
    services.log?.({ ...entry, ...challengeOf(input), status: 200 });
    return respond(200, body, services);
  } catch (caught) {
    const error = asCognitoError(caught);
    services.log?.({ ...entry, ...challengeOf(input), status: error.status, error: error.name });
    return respond(error.status, { __type: error.name, message: error.message }, services, error);
  }
}
