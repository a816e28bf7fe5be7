/** Serves a host: what was built, as any static host would, and by its own development server. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

const isFile = (path: string) =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** The file at an address; a folder's index; for a route of the app's own, the app. */
async function find(folder: string, address: string): Promise<string | null> {
  const path = join(folder, normalize(decodeURIComponent(address)));
  const places = [path, join(path, 'index.html')];
  if (!extname(path)) places.push(join(folder, 'index.html'));
  for (const place of places) if (await isFile(place)) return place;
  return null;
}

/** @param headers sent with each answer, for example a policy */
export async function serveFolder(folder: string, headers: Readonly<Record<string, string>> = {}): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    void find(folder, pathname).then(async (path) => {
      if (pathname === '/favicon.ico') return response.writeHead(204).end(); // asked for by the browser, not by the page
      if (!path) return response.writeHead(404).end();
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', ...headers });
      return response.end(await readFile(path));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close };
}

async function freePort(): Promise<number> {
  const { url, close } = await serveFolder('.');
  await close();
  return Number(new URL(url).port);
}

/** Starts a development server, given its command without the port, and waits until it answers. */
export async function serveByCommand(
  folder: string,
  [command, ...args]: readonly [string, ...string[]],
): Promise<Served> {
  const port = await freePort();
  const at = ['--host', '127.0.0.1', '--port', String(port)];
  // A group of its own, for what it starts ends with it.
  const child = spawn(command, [...args, ...at], { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)));
  const url = `http://127.0.0.1:${port}/`;
  const close = async () => {
    if (child.exitCode !== null) return;
    const ended = once(child, 'exit');
    process.kill(-child.pid!);
    await ended;
  };
  for (const end = Date.now() + 120_000; Date.now() < end; await wait(250)) {
    if (child.exitCode !== null) break;
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return { url, close };
  }
  await close();
  throw new Error(`${command} ${args.join(' ')} does not answer:\n${output}`);
}
