/** A page whose own copy of lit renders before the element is there and after each of its steps. */
import { html, LitElement, render } from 'lit';

class PageBanner extends LitElement {
  override render = () => html`<p>The page’s own</p>`;
}
customElements.define('page-banner', PageBanner);

let count = 0;

function draw(): void {
  const content = html`<page-banner></page-banner><output>${count++}</output>`;
  for (const place of document.querySelectorAll<HTMLElement>('header, footer')) render(content, place);
}

draw();
// The event does not bubble, but is captured.
addEventListener('login-step', draw, true);
addEventListener('DOMContentLoaded', draw);
