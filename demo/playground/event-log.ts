import type { CognitoMfaLogin, LoginEventMap } from '../../src/index.js';
import { html, nothing, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PlaygroundPool } from './pool.js';
import { verify } from './verify.js';

interface Entry {
  readonly id: number;
  readonly at: string;
  readonly name: string;
  readonly detail: object;
  /** What came of a sign-in's tokens. */
  proof?: { readonly holds: boolean; readonly text: string };
}

const names = [
  'login-step',
  'login-code-sent',
  'login-success',
  'login-failure',
  'login-challenge',
  'login-signed-out',
] as const satisfies readonly (keyof LoginEventMap)[];

const pairs = (detail: object) =>
  Object.entries(detail)
    .filter(([, value]) => typeof value !== 'function')
    .map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${typeof value === 'string' ? value : JSON.stringify(value)}</dd>`,
    );

const line = ({ at, name, detail, proof }: Entry) =>
  html`<li class=${name}>
    <p><b>${name}</b> <span class="quiet">${at}</span></p>
    <dl>${pairs(detail)}</dl>
    ${proof ? html`<p class=${proof.holds ? 'good' : 'bad'}>${proof.text}</p>` : nothing}
  </li>`;

/** Shows every event of the element, newest first, and checks the tokens that a sign-in brought. */
export function openEventLog(
  login: CognitoMfaLogin,
  place: HTMLElement,
  clear: HTMLButtonElement,
  pool: () => PlaygroundPool,
): void {
  let entries: Entry[] = [];
  let count = 0;

  const show = () => {
    const list = html`<ol class="entries">
      ${repeat(entries, ({ id }) => id, line)}
    </ol>`;
    render([entries.length ? list : html`<p class="quiet">What the element says stands here.</p>`], place);
  };
  const add = (event: LoginEventMap[(typeof names)[number]]): Entry => {
    const at = new Date().toLocaleTimeString('en', { hour12: false });
    const entry: Entry = { id: ++count, at, name: event.type, detail: event.detail };
    entries = [entry, ...entries].slice(0, 50);
    show();
    return entry;
  };

  for (const name of names) {
    login.addEventListener(name, async (event: LoginEventMap[typeof name]) => {
      const entry = add(event);
      if (!('getSession' in event.detail)) return;
      entry.proof = await verify(await event.detail.getSession(), pool());
      show();
    });
  }
  clear.addEventListener('click', () => {
    entries = [];
    show();
  });
  show();
}
