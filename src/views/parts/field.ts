import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../flow/error.js';
import type { View } from '../step-view.js';
import { line } from './line.js';
import { fieldInError, problemText } from './problem.js';

/** A field's frame: its label, and the line under it that holds an error or a hint. */
export interface FieldFrame {
  readonly name: string;
  readonly label: string;
  readonly problem: Problem | null;
  /** In place of the error's usual sentence. */
  readonly problemSentence?: string | undefined;
  /** The names of all fields of the form, in their order. The line of the last also tells what concerns none of them. */
  readonly fields: readonly string[];
  /** One sentence after the other. */
  readonly hints?: readonly (string | undefined)[];
  readonly timeLeft?: string | undefined;
  /** Between the input and the line under it. */
  readonly below?: TemplateResult;
  /** The id of what else describes the input. */
  readonly describedBy?: string;
  /** An action beside the label. Reached by the keyboard after the input, so that it does not stand in the way of typing. */
  readonly beside?: TemplateResult | undefined;
}

/** What an input needs to belong to its frame. */
export interface FieldLinks {
  readonly id: string;
  /** For `aria-describedby`. */
  readonly hintId: string;
  readonly invalid: 'true' | 'false';
}

/**
 * A label, an input and the line under it, all in one tree. A hint stands beside an error, not in its place: Caps Lock may well
 * be what was wrong.
 */
export function field(frame: FieldFrame, view: View, input: (links: FieldLinks) => TemplateResult): TemplateResult {
  const { name, label } = frame;
  const id = view.id(name);
  const ownHint = view.id(`${name}-hint`);
  const hintId = frame.describedBy ? `${frame.describedBy} ${ownHint}` : ownHint;
  const invalid = fieldInError(frame.problem, frame.fields) === name ? 'true' : 'false';
  return html`
    <div class="cml-field">
      <label class="cml-label" part="label" for=${id} .textContent=${label}></label>
      <div class="cml-box">${input({ id, hintId, invalid })}</div>
      ${frame.below ?? nothing}
      ${line({
        ...{ problem: told(frame, view), hint: frame.hints?.filter(Boolean).join(' ') },
        ...{ timeLeft: frame.timeLeft, id: ownHint },
      })}
      ${frame.beside ? html`<div class="cml-beside">${frame.beside}</div>` : nothing}
    </div>
  `;
}

function told({ name, problem, fields, problemSentence }: FieldFrame, view: View): string | null {
  const concerned = fieldInError(problem, fields);
  if (!problem || (concerned ?? fields.at(-1)) !== name) return null;
  return problemSentence ?? problemText(problem, view);
}
