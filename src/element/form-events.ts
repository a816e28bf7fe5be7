import { leaveNoMatch } from '../flow/leave-no-match.js';
import { readCode } from '../flow/read-code.js';

export interface FormListener {
  submit(): void;
  capsLock(on: boolean): void;
  /** A new password, as far as it is typed. */
  newPassword(password: string): void;
  /** Somebody is about to type a user name. */
  name(): void;
}

/** What happens in the form, whichever step it shows. */
export function listenToForm(form: HTMLFormElement, listener: FormListener): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    listener.submit();
  });
  form.addEventListener('input', (event) => {
    if (!isKeystroke(event)) cleanCode(event.target);
    if (isNewPassword(event.target)) listener.newPassword(event.target.value);
    leaveNoMatch();
  });
  form.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'username' && !target.readOnly) listener.name();
  });
  // Chromium's autofill sends keydown events that are no KeyboardEvents.
  const readCapsLock = (event: Event): void => {
    if (event instanceof KeyboardEvent && isPassword(event.target))
      listener.capsLock(event.getModifierState('CapsLock'));
  };
  form.addEventListener('keydown', readCapsLock);
  // A held key repeats: each answer would meet the next submission, and five refusals lock the account.
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.repeat) event.preventDefault();
  });
  form.addEventListener('keyup', readCapsLock);
  form.addEventListener('focusout', () => listener.capsLock(false));
}

const isPassword = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.name === 'password';

const isNewPassword = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.autocomplete === 'new-password';

/** One character, one that is taken away, or a word that an input method is still composing, in a code that may be half typed. */
const isKeystroke = (event: Event): boolean =>
  event instanceof InputEvent &&
  (event.isComposing || event.data?.length === 1 || /^(delete|history)/.test(event.inputType));

/** Shows the bare code when what came into the field in one piece, such as a pasted message, holds one. */
function cleanCode(target: EventTarget | null): void {
  if (!(target instanceof HTMLInputElement) || target.name !== 'code' || /^\d*$/.test(target.value)) return;
  const code = readCode(target.value);
  if (code) target.value = code;
}
