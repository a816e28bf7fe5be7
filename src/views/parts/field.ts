import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../flow/error.js';
import type { View } from '../step-view.js';
import { fieldInError, problemLine, problemText } from './problem.js';

/** A field's frame: its label, and the line under it that holds an error or a hint. */
export interface FieldFrame {
  readonly name: string;
  readonly label: string;
  readonly problem: Problem | null;
  /** In place of the error's usual sentence. */
  readonly problemSentence?: string | undefined;
  /** The form's last field: its line also tells what concerns no field, right above the button. */
  readonly last?: boolean;
  readonly hint?: string | undefined;
}

/** What an input needs to belong to its frame. */
export interface FieldLinks {
  readonly id: string;
  readonly hintId: string;
  readonly invalid: 'true' | 'false';
}

/**
 * A label, an input and the line under it, all in one tree. A hint stands beside an error, not in its place: Caps Lock may well
 * be what was wrong.
 */
export function field(frame: FieldFrame, view: View, input: (links: FieldLinks) => TemplateResult): TemplateResult {
  const concerned = fieldInError(frame.problem);
  const invalid = concerned === frame.name;
  const id = view.id(frame.name);
  const hintId = view.id(`${frame.name}-hint`);
  const told = frame.problem && (invalid || (frame.last && !concerned)) ? frame.problem : null;
  const sentence = told && (frame.problemSentence ?? problemText(told, view));
  return html`
    <label class="cml-label" part="label" for=${id} .textContent=${frame.label}></label>
    <div class="cml-box">${input({ id, hintId, invalid: invalid ? 'true' : 'false' })}</div>
    <div class="cml-hint" part="hint" id=${hintId}>
      ${sentence ? problemLine(sentence) : nothing}
      ${frame.hint ? html`<span .textContent=${frame.hint}></span>` : nothing}
    </div>
  `;
}
