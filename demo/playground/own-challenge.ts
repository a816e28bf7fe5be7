import type { CognitoMfaLogin, LoginEventMap } from '../../src/index.js';
import { html, render } from 'lit';

type Detail = LoginEventMap['login-challenge']['detail'];

const entries = ({ name, parameters }: Detail) =>
  [['name', name], ...Object.entries(parameters)].map(
    ([key, value]) =>
      html`<dt>${key}</dt>
        <dd>${value}</dd>`,
  );

function form(detail: Detail) {
  const answer = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem('answer');
    if (field instanceof HTMLInputElement) detail.respond(field.value);
  };
  return html`<form class="own-challenge" @submit=${answer}>
    <dl>${entries(detail)}</dl>
    <label>The page’s own field <input name="answer" autocomplete="off" required /></label>
    <button>Answer</button>
  </form>`;
}

/** Renders the pool's own challenges in the page's name, where the knob says so, as an app does that has better words for them. */
export function takeOverChallenges(login: CognitoMfaLogin, wanted: () => boolean): void {
  const place = Object.assign(document.createElement('div'), { slot: 'challenge' });
  login.addEventListener('login-challenge', (event) => {
    if (!wanted()) return;
    event.preventDefault();
    render(form(event.detail), place);
    login.append(place);
  });
  login.addEventListener('login-step', ({ detail }) => {
    if (detail.step !== 'custom-challenge') place.remove();
  });
}
