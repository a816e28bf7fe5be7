import { html, nothing, type TemplateResult } from 'lit';

type Parameters = Readonly<Record<string, string>>;

/** Parameters by these names say what is asked for: a person reads them without their name. */
const plain = /^(question|hint|prompt|message|challenge|text|instructions?)$/i;

/** What the service adds to the trigger's own: who signs in, perhaps by an id that says nothing to a person. */
const ofTheService: ReadonlySet<string> = new Set(['USERNAME', 'USER_ID_FOR_SRP']);

/** The public parameters of a challenge, as the pool's trigger gave them: text, never markup. */
export function parameters(all: Parameters, id: string): TemplateResult {
  const shown = Object.entries(all).filter(([name, value]) => value.trim() && !ofTheService.has(name));
  const questions = shown.filter(([name]) => plain.test(name)).map(([, value]) => question(value));
  const others = shown.filter(([name]) => !plain.test(name)).map(([name, value]) => parameter(name, value));
  const list = html`<dl class="cml-parameters" part="parameters">${others}</dl>`;
  return html`<div id=${id}>${questions} ${others.length ? list : nothing}</div>`;
}

const question = (value: string): TemplateResult =>
  html`<p class="cml-question" part="question" dir="auto" .textContent=${value}></p>`;

const parameter = (name: string, value: string): TemplateResult =>
  html`<div>
    <dt translate="no" dir="auto" .textContent=${name}></dt>
    <dd dir="auto" .textContent=${value}></dd>
  </div>`;
