import { html, render } from 'lit';
import type { ReadyUser } from '../user-pool/ready-users.js';

/** One button for each ready user, who is what the pool can do. */
export function showUsers(place: HTMLElement, users: readonly ReadyUser[], pick: (username: string) => void): void {
  render(users.map(tile), place);

  function tile({ username, description }: ReadyUser) {
    return html`<button type="button" @click=${() => pick(username)}>
      <b>${username}</b> <span>${description}</span>
    </button>`;
  }
}
