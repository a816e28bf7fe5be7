import { html, type TemplateResult } from 'lit';
import type { CodeState } from '../../flow/state.js';
import type { View } from '../step-view.js';
import { field, type FieldFrame } from './field.js';

/** One input, since boxes break autofill, paste, correction and screen readers. It takes any text; the flow finds the code in it. */
export const codeField = (
  { error, busy }: CodeState,
  said: Pick<FieldFrame, 'problemSentence' | 'hint'>,
  view: View,
): TemplateResult =>
  field(
    { name: 'code', label: view.text.code.code, problem: error, last: true, ...said },
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
        ?readonly=${busy !== null}
        aria-invalid=${invalid}
        aria-describedby=${hintId}
      />`,
  );
