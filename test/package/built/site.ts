/** Serves the built files, what they import of lit, and pages for them, with a local pool beside. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { listen } from '../../../demo/user-pool/mounts/node.js';
import { createPoolHost } from '../../../demo/user-pool/pool-host.js';
import { root } from '../sources.js';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.map': 'application/json',
  '.json': 'application/json',
};

/** Where a page finds lit without a bundler. */
const importMap = {
  imports: {
    lit: '/node_modules/lit/index.js',
    'lit/': '/node_modules/lit/',
    'lit-html': '/node_modules/lit-html/lit-html.js',
    'lit-html/': '/node_modules/lit-html/',
    'lit-element/': '/node_modules/lit-element/',
    '@lit/reactive-element': '/node_modules/@lit/reactive-element/reactive-element.js',
    '@lit/reactive-element/': '/node_modules/@lit/reactive-element/',
  },
};

const page = (content: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Sign in</title>
<script type="importmap">${JSON.stringify(importMap)}</script>${content}</html>`;

export interface Site {
  readonly url: string;
  readonly pools: string;
  /** @param content what stands in the page @returns its address */
  show(content: string): string;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const pages: string[] = [];
  const pools = await listen(createPoolHost());
  const server = createServer(async ({ url = '/' }, out) => {
    const { pathname } = new URL(url, 'http://localhost');
    const content = pages[Number(/^\/page\/(\d+)$/.exec(pathname)?.[1])];
    if (content !== undefined) return out.writeHead(200, { 'content-type': 'text/html' }).end(page(content));
    const file = normalize(join(root, pathname));
    const served = ['dist', 'node_modules'].some((folder) => file.startsWith(join(root, folder) + sep));
    const body = served ? await readFile(file).catch(() => null) : null;
    if (!body) return out.writeHead(404).end();
    return out.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    ...{ url, pools: pools.url },
    show: (content) => `${url}/page/${pages.push(content) - 1}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await pools.close();
    },
  };
}
