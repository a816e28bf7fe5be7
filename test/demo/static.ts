import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { readyPassword } from '../../demo/user-pool/ready-users.js';
import { Visit } from './visit.js';
import type { Check } from './walk.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Some static host, and the demo in some folder of it. */
const base = '/some/folder/';

/** Gives out files and does nothing else: whatever is no GET of one is written down. */
async function serveFiles(folder: string) {
  const odd: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = pathname.startsWith(base) ? pathname.slice(base.length) || 'index.html' : '';
    const refuse = () => {
      odd.push(`${request.method} ${pathname}`);
      response.writeHead(404).end();
    };
    if (request.method !== 'GET' || !file || file.includes('..')) return refuse();
    readFile(join(folder, file)).then(
      (bytes) => response.setHeader('content-type', types[extname(file)] ?? '').end(bytes),
      refuse,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://localhost:${port}${base}`, odd, close: () => server.close() };
}

/** The playground as `npm run build:demo` makes it: everything happens in the page. */
export async function checkStaticFiles(browser: Browser, _: string, check: Check): Promise<void> {
  const outDir = await mkdtemp(join(tmpdir(), 'demo-static-'));
  await build({ configFile: 'demo/vite.config.ts', logLevel: 'error', build: { outDir } });
  const server = await serveFiles(outDir);
  await signIn(browser, server.address, check);
  await addPasskey(browser, server.address, check);
  check(`static: no server is asked (${server.odd.join('; ')})`, server.odd.length === 0);
  server.close();
  await rm(outDir, { recursive: true });
}

async function signIn(browser: Browser, address: string, check: Check): Promise<void> {
  const visit = await Visit.to(browser, address);
  await visit.pick('ann');
  await visit.submitPassword(readyPassword);
  check('static: WebOTP line', await visit.reads(/^@localhost #\d{6}$/));
  await visit.submitCode(await visit.code('Your phone'));
  check('static: token verified', await visit.reads(/^ID token verified: sub /, visit.events));
  check(
    'static: no address of the pool in the code',
    !(await visit.page.locator('#snippet').innerText()).includes('endpoint'),
  );
  const elsewhere = visit.page.locator('select[name=scenario] option:disabled');
  check('static: a reload’s scenario says where it is', /with npm start/.test((await elsewhere.textContent()) ?? ''));
  check(`static: no console error (${visit.errors.join('; ')})`, visit.errors.length === 0);
  await visit.close();
}

/** The library for passkeys is loaded in the page as well, and they are for the page's host. */
async function addPasskey(browser: Browser, address: string, check: Check): Promise<void> {
  const visit = await Visit.to(browser, `${address}?scenario=passkey`);
  const session = await visit.page.context().newCDPSession(visit.page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  });
  await visit.widget.getByRole('textbox').first().press('Enter');
  await visit.submitPassword(readyPassword);
  await visit.widget.getByRole('button', { name: 'Add a passkey' }).click();
  check('static: passkey added', await visit.reads('signed-in', visit.events));
  check(`static: passkey: no console error (${visit.errors.join('; ')})`, visit.errors.length === 0);
  await visit.close();
}
