import type { View } from '../step-view.js';

/** On the main button of a step with the password: who is signed in already does not sign in, but goes on. */
export const submitText = ({ text, options }: View): string =>
  options.mode === 'reauth' ? text.shared.submit : text.signIn.submit;

/** The same while it is under way. */
export const submittingText = ({ text, options }: View): string =>
  options.mode === 'reauth' ? text.shared.submitting : text.signIn.submitting;
