import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MAX_BODY } from '../protocol.js';

/** Anything that answers requests as the platform's `fetch` would. */
export interface Host {
  fetch(request: Request): Promise<Response>;
}

/** After so many bytes the answer no longer waits for the end of a body. */
const PATIENCE = 16 * 1024 * 1024;

/**
 * Keeps one byte more than a body may have, for the host to see that it is too long, and lets the rest run dry: Firefox and WebKit
 * report a network error when the answer comes and the connection goes while they still send.
 */
function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const end = () => resolve(Buffer.concat(chunks).subarray(0, MAX_BODY + 1));
    message.on('data', (chunk: Buffer) => {
      if (size <= MAX_BODY) chunks.push(chunk);
      size += chunk.length;
      if (size > PATIENCE) end();
    });
    message.on('end', end).on('error', reject);
  });
}

async function toRequest(message: IncomingMessage, prefix: string): Promise<Request> {
  const { method = 'GET', url = '/' } = message;
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headersDistinct)) headers.set(name, (value ?? []).join(', '));
  headers.set('x-forwarded-prefix', prefix);
  const body = method === 'GET' || method === 'HEAD' ? null : new Uint8Array(await readBody(message));
  return new Request(new URL(url, `http://${message.headers.host ?? 'localhost'}`), { method, headers, body });
}

/** Answers one request of node:http. The prefix is what a mount has cut off from the path. */
export async function answer(host: Host, message: IncomingMessage, out: ServerResponse, prefix = ''): Promise<void> {
  try {
    const response = await host.fetch(await toRequest(message, prefix));
    if (!message.complete) out.setHeader('connection', 'close');
    out.writeHead(response.status, Object.fromEntries(response.headers));
    out.end(Buffer.from(await response.arrayBuffer()));
  } catch {
    out.writeHead(400).end(); // an address, method or header that no Request can have
  }
}

/** Serves a host at 127.0.0.1; port 0 takes a free one. */
export async function listen(host: Host, { port = 0 } = {}) {
  const server = createServer((message, out) => void answer(host, message, out));
  server.requestTimeout = 30_000;
  // The client hangs up: when the server does, after 5 s by default, a request that is just being sent is lost.
  server.keepAliveTimeout = 0;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: actual } = server.address() as AddressInfo;
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${actual}`, port: actual, close };
}
