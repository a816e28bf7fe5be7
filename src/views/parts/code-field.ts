import { html, type TemplateResult } from 'lit';
import type { View } from '../step-view.js';
import { field, type FieldFrame } from './field.js';

type CodeFrame = Omit<FieldFrame, 'name' | 'label'> & { readonly busy: boolean };

/** One input, since boxes break autofill, paste, correction and screen readers. It takes any text; the flow finds the code in it. */
export const codeField = (frame: CodeFrame, view: View): TemplateResult =>
  field(
    { ...frame, name: 'code', label: view.text.shared.code },
    view,
    ({ id, hintId, invalid }) =>
      html`<input
        class="cml-input cml-code"
        part="field"
        id=${id}
        name="code"
        type="text"
        inputmode="numeric"
        autocomplete="one-time-code"
        autocapitalize="none"
        autocorrect="off"
        spellcheck="false"
        translate="no"
        ?readonly=${frame.busy}
        aria-invalid=${invalid}
        aria-describedby=${hintId}
      />`,
  );
