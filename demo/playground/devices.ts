import { html, nothing, render } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Channel, Message } from '../user-pool/outbox.js';
import { byId, copy } from './page.js';
import type { PlaygroundPool } from './pool.js';

interface AppCode {
  username: string;
  code: string;
  /** By this browser's clock. */
  until: number;
}

const time = (at: number) =>
  new Date(at).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hour12: false });

const useButton = (code: string) =>
  html`<button
    type="button"
    aria-label="Use this code ${code}"
    @click=${() => void copy(code, `${code} is copied: paste it into the form.`)}
  >
    Use this code
  </button>`;

/** The last line of an SMS is for the browser: WebOTP reads there whose code it is. */
function message({ code, to, text, at }: Message) {
  const [words, forBrowser] = text.split('\n\n');
  return html`<li class="message">
    <p class="text quiet">To ${to.full}, ${time(at)}</p>
    <p class="text">${words}</p>
    <p class="quiet">${forBrowser}</p>
    ${useButton(code)}
  </li>`;
}

const earlier = ({ code, at }: Message) => html`<li class="message earlier quiet">Before it: ${code}, ${time(at)}</li>`;

function showMessages(id: string, channel: Channel, outbox: readonly Message[], empty: string): void {
  const [before, newest] = [undefined, ...outbox.filter((candidate) => candidate.channel === channel)].slice(-2);
  const list =
    newest &&
    keyed(
      newest.id,
      html`<ol>
        ${message(newest)} ${before ? earlier(before) : nothing}
      </ol>`,
    );
  render(list ?? html`<p class="quiet">${empty}</p>`, byId(id, HTMLElement));
}

function showApp(codes: readonly AppCode[]): void {
  const code = ({ username, code, until }: AppCode) => {
    const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    return html`<div class="app">
      <p class="quiet">${username}, ${left} s left</p>
      <p><b class="digits">${code}</b></p>
      <progress max="30" value=${left} aria-label="Seconds left"></progress>
      ${useButton(code)}
    </div>`;
  };
  render(codes.length ? codes.map(code) : html`<p class="quiet">Nobody has one yet.</p>`, byId('app', HTMLElement));
}

async function readApps(pool: PlaygroundPool): Promise<AppCode[]> {
  const shown = await pool.authenticators();
  return shown.map(({ username, code, secondsLeft }) => ({ username, code, until: Date.now() + secondsLeft * 1000 }));
}

/** Phone, mailbox and app: looked at again after each event, and every two seconds: other pages use the same pool, and an app may be set up. */
export function openDevices(pool: () => PlaygroundPool) {
  let codes: AppCode[] = [];

  const readOutbox = async () => {
    const outbox = await pool().outbox();
    showMessages('phone', 'sms', outbox, 'No text message yet.');
    showMessages('mailbox', 'email', outbox, 'No mail yet.');
  };
  const refresh = async () => {
    await readOutbox();
    codes = await readApps(pool());
    showApp(codes);
  };
  const tick = async () => {
    if (document.hidden) return;
    if (codes.some(({ until }) => until <= Date.now())) await refresh();
    showApp(codes);
  };
  // A server that is being restarted is no news here: the next second asks again.
  setInterval(() => void tick().catch(() => undefined), 1000);
  setInterval(() => void (document.hidden || refresh().catch(() => undefined)), 2000);
  return { refresh };
}
