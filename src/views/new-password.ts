import { html, type TemplateResult } from 'lit';
import type { Attribute } from '../flow/outcome.js';
import type { NewPasswordState } from '../flow/state.js';
import { fill } from '../i18n/messages.js';
import { attributeInput } from './parts/attribute-input.js';
import { attributeField, attributeLabel } from './parts/attribute-names.js';
import { mainButton } from './parts/buttons.js';
import { minutesLeft, timeLeft } from './parts/clock.js';
import { newPasswordField } from './parts/new-password-field.js';
import { addressProblemText, fieldInError, newPasswordProblemText } from './parts/problem.js';
import { textField } from './parts/text-field.js';
import { keptUsername, who } from './parts/who.js';
import type { Fields, Sentence, StepView, View } from './step-view.js';

export const newPassword: StepView<NewPasswordState> = {
  heading: (_, { text }) => text.newPassword.heading,
  intro,
  form: (state, view) => html`
    ${keptUsername(state, view)} ${attributeFields(state, view)}
    ${newPasswordField(
      {
        ...{ problem: state.error, problemSentence: problemSentence(state, view) },
        ...{ fields: fieldsOf(state), busy: state.busy !== null },
        timeLeft: timeLeft(state, view),
      },
      view,
    )}
    ${mainButton({ label: view.text.shared.submit, busyLabel: view.text.shared.wait, busy: state.busy !== null })}
    ${who(state, view)}
  `,
  submit: (state, fields, view) => ({
    type: 'submit-new-password',
    password: fields('password'),
    attributes: state.attributes.map(({ name }) => ({ name, value: readAttribute(name, fields, view) })),
  }),
  focus(state) {
    const fields = fieldsOf(state);
    return fieldInError(state.error, fields) ?? fields[0] ?? null;
  },
  busyText: (_, { text }) => text.shared.wait,
  problemText: problemSentence,
};

function intro(state: NewPasswordState, view: View): Sentence {
  const { newPassword: text } = view.text;
  const sentence = state.attributes.length ? text.introWithAttributes : text.intro;
  return { text: fill(sentence, { minutes: minutesLeft(state, view) }) };
}

/** The service does not say what another account has already: an address, where one was asked for. */
function problemSentence({ error, attributes }: NewPasswordState, view: View): string {
  if (!error) return '';
  const hasEmail = attributes.some(({ name }) => name === 'email');
  return hasEmail ? addressProblemText(error, view) : newPasswordProblemText(error, view);
}

const fieldsOf = ({ attributes }: NewPasswordState): readonly string[] => [
  ...attributes.map(({ name }) => attributeField(name)),
  'password',
];

const attributeFields = (state: NewPasswordState, view: View): TemplateResult[] =>
  state.attributes.map((attribute) => attributeInputOf(attribute, state, view));

function attributeInputOf({ name, value }: Attribute, state: NewPasswordState, view: View): TemplateResult {
  const field = attributeField(name);
  const fields = fieldsOf(state);
  // An error of its own says the same, in its place.
  const hinted = name === 'phone_number' && fieldInError(state.error, fields) !== field;
  return textField(
    {
      ...attributeInput(name),
      ...{ name: field, label: attributeLabel(name, view.text), value },
      ...{ problem: state.error, problemSentence: problemSentence(state, view), fields, busy: state.busy !== null },
      hints: [hinted ? view.text.shared.phoneHint : undefined],
    },
    view,
  );
}

function readAttribute(name: string, fields: Fields, view: View): string {
  const value = fields(attributeField(name));
  return name === 'phone_number' ? view.readPhone(value) : value;
}
