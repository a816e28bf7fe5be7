import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../step-view.js';
import { field, type FieldFrame } from './field.js';

export interface TextField extends FieldFrame {
  /** `text` unless told otherwise. */
  readonly type?: 'text' | 'date' | 'tel' | undefined;
  readonly inputmode?: 'email' | 'tel' | 'url' | undefined;
  readonly autocomplete: string;
  /** What stands in it to begin with. */
  readonly value: string;
  readonly busy: boolean;
}

/** A line of text that is no secret. Nothing in it is corrected, translated or made a capital. */
export const textField = (frame: TextField, view: View): TemplateResult =>
  field(
    frame,
    view,
    ({ id, hintId, invalid }) =>
      html`<input
        class="cml-input"
        part="field"
        id=${id}
        name=${frame.name}
        type=${frame.type ?? 'text'}
        inputmode=${frame.inputmode ?? nothing}
        autocomplete=${frame.autocomplete}
        autocapitalize="none"
        autocorrect="off"
        spellcheck="false"
        translate="no"
        dir=${frame.type === 'tel' ? 'ltr' : 'auto'}
        .value=${frame.value}
        ?readonly=${frame.busy}
        aria-invalid=${invalid}
        aria-describedby=${hintId}
      />`,
  );
