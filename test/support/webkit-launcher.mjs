/**
 * Runs the tests in WebKitGTK over the WebDriver protocol (Debian: webkit2gtk-driver and xvfb). No npm package drives
 * WebKitGTK without a download at install, hence this small one; W3C WebDriver §-names are given where a command is sent.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

// W3C WebDriver, "Keyboard actions": normalised key values of the keys that are no characters.
const keyValues = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};
const press = (key) => ({ type: 'keyDown', value: keyValues[key] ?? key });
const release = (key) => ({ type: 'keyUp', value: keyValues[key] ?? key });

const miniBrowser = (arch) => `/usr/lib/${arch}-linux-gnu/webkit2gtk-4.1/MiniBrowser`;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

class WebKitLauncher {
  name = 'WebKit';
  // @web/test-runner-commands then asks getPage() for puppeteer's keyboard and setViewport, given below.
  type = 'puppeteer';
  concurrency = 1;
  #children = [];
  #address = '';
  #active;
  #ready;

  async initialize() {}

  async #send(method, path, body) {
    const response = await fetch(this.#address + path, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKit, ${method} ${path}: ${value?.message ?? response.status}`);
    return value;
  }

  async #display() {
    if (process.env.DISPLAY) return process.env.DISPLAY;
    const screen = ['-displayfd', '3', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'];
    const server = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    this.#children.push(server);
    const [number] = await Promise.race([
      once(server.stdio[3], 'data'),
      once(server, 'error').then(([error]) => Promise.reject(error)),
    ]);
    return `:${String(number).trim()}`;
  }

  async #start() {
    const port = await freePort();
    const env = {
      ...process.env,
      DISPLAY: await this.#display(),
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    };
    const driver = spawn('WebKitWebDriver', [`--host=127.0.0.1`, `--port=${port}`], { env, stdio: 'ignore' });
    this.#children.push(driver);
    await once(driver, 'spawn');
    this.#address = `http://127.0.0.1:${port}`;
    for (let tries = 0; !(await this.#send('GET', '/status').catch(() => undefined)); tries++) {
      if (tries > 50) throw new Error('WebKitWebDriver did not answer within five seconds.');
      await wait(100);
    }
    const binary = process.env.WEBKIT_PATH ?? miniBrowser(process.arch === 'arm64' ? 'aarch64' : 'x86_64');
    const options = { binary, args: ['--automation'] };
    const session = await this.#send('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    });
    this.#address += `/session/${session.sessionId}`;
    this.name = `WebKitGTK ${session.capabilities.browserVersion}`;
  }

  async startSession(id, url) {
    await (this.#ready ??= this.#start());
    this.#active = id;
    await this.#send('POST', '/url', { url });
  }

  isActive(id) {
    return this.#active === id;
  }

  getBrowserUrl() {
    return this.#send('GET', '/url');
  }

  async stopSession() {
    this.#active = undefined;
    await this.#send('POST', '/url', { url: 'about:blank' });
    return {};
  }

  async startDebugSession() {
    throw new Error('WebKitGTK cannot be debugged through the test runner.');
  }

  async stop() {
    if (this.#address.includes('/session/')) await this.#send('DELETE', '').catch(() => undefined);
    for (const child of this.#children.reverse()) child.kill();
  }

  getPage() {
    return { keyboard: this.#keyboard(), setViewport: (size) => this.#resize(size) };
  }

  #keyboard() {
    const act = (actions) => this.#send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    return {
      type: (text) => act([...text].flatMap((key) => [press(key), release(key)])),
      press: (key) => act([press(key), release(key)]),
      down: (key) => act([press(key)]),
      up: (key) => act([release(key)]),
    };
  }

  /** The window has a frame of unknown size, so the page is measured and the difference added, until it fits. */
  async #resize({ width, height }) {
    for (let tries = 0; tries < 4; tries++) {
      const script = 'return [innerWidth, innerHeight]';
      const [innerWidth, innerHeight] = await this.#send('POST', '/execute/sync', { script, args: [] });
      if (innerWidth === width && innerHeight === height) return;
      const rect = await this.#send('GET', '/window/rect');
      const next = { width: rect.width + width - innerWidth, height: rect.height + height - innerHeight };
      await this.#send('POST', '/window/rect', { x: 0, y: 0, ...next });
      await wait(100);
    }
    throw new Error(`WebKitGTK's window does not take ${width} by ${height} pixels.`);
  }
}

export const webkitLauncher = () => new WebKitLauncher();
