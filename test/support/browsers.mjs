/**
 * Finds the browsers the tests run in. `chromium` is the Chromium that the package @sparticuz/chromium brings along (Linux
 * x64): `npm test` needs no set-up of the machine, and a browser without a window's trimmings takes a third less of its time.
 * Elsewhere, and as `chrome`, it is an installed Chrome, Chromium or Edge.
 *
 * CHROME_PATH and FIREFOX_PATH name a program file; BUNDLED_CHROMIUM=1 passes over installed browsers.
 */
import { existsSync } from 'node:fs';
import { chromeLauncher } from '@web/test-runner-chrome';
import { Launcher } from 'chrome-launcher';

// Chromium's sandbox refuses to start as root, as in most containers.
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

const chromiumPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];
const firefoxPlaces = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:/Program Files/Mozilla Firefox/firefox.exe',
];

function installedChromium() {
  if (process.env.BUNDLED_CHROMIUM) return undefined;
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  try {
    return Launcher.getFirstInstallation() ?? chromiumPlaces.find(existsSync);
  } catch {
    return chromiumPlaces.find(existsSync); // chrome-launcher throws on systems where it knows no place to look
  }
}

async function bundledChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // Makes the package unpack the NSS libraries it ships, which a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: bundled } = await import('@sparticuz/chromium').catch(() => ({}));
  const executablePath = await bundled?.executablePath();
  return executablePath && { executablePath, headless: 'shell', args: ['--no-sandbox', ...quiet] };
}

/** Where Chromium's program file is, and the arguments it needs on this machine. Also used by scripts that drive it directly. */
export async function findChromium() {
  const installed = installedChromium();
  if (installed) return { executablePath: installed, headless: true, args: [...sandbox, ...quiet] };
  const bundled = await bundledChromium();
  if (bundled) return bundled;
  throw new Error('No Chrome, Chromium or Edge was found. Install one, or set CHROME_PATH to its program file.');
}

/** A page that believes it has the focus: without it, pages running side by side get no focus events. */
async function createFocusedPage({ context }) {
  const page = await context.newPage();
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}

const chromiumLauncher = ({ args, ...found }) =>
  chromeLauncher({
    launchOptions: {
      ...found,
      // What turns in a circle is painted sixty times a second. Tests of motion emulate the person's wish themselves.
      args: [...args, '--force-prefers-reduced-motion'],
      networkEnabled: false, // or each request of each page is reported to the runner, which has no use for it
    },
    createPage: createFocusedPage,
  });

export async function chromium() {
  const bundled = process.env.CHROME_PATH ? undefined : await bundledChromium();
  return chromiumLauncher(bundled ?? (await findChromium()));
}

export async function chrome() {
  return chromiumLauncher(await findChromium());
}

export async function firefox() {
  const executablePath = process.env.FIREFOX_PATH ?? firefoxPlaces.find(existsSync);
  if (!executablePath) throw new Error('No Firefox was found. Install it, or set FIREFOX_PATH to its program file.');
  return chromeLauncher({ concurrency: 1, launchOptions: { browser: 'firefox', executablePath, headless: true } });
}

export async function webkit() {
  const { webkitLauncher } = await import('./webkit-launcher.mjs');
  return webkitLauncher();
}
