import type { TemplateResult } from 'lit';
import type { PersonEvent } from '../flow/event.js';
import type { Messages } from '../i18n/messages.js';

/** What a view sees of the element. */
export interface View {
  readonly text: Messages;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether the password can be read. */
  readonly revealed: boolean;
  /** Whether Caps Lock is on while a password is typed. */
  readonly capsLock: boolean;
  /** An id that no other element on the page has. */
  id(name: string): string;
  send(event: PersonEvent): void;
  reveal(revealed: boolean): void;
}

/** The values of the form at submit, by name: what is in the fields, since autofill may fire no event. */
export type Fields = (name: string) => string;

/** A sentence; the emphasised word is shown as it is, in its own direction, and never translated. */
export interface Sentence {
  readonly text: string;
  readonly emphasised?: string | undefined;
}

/** A step on the screen. The heading and the sentence under it stand in the frame, the form where `fields` says. */
export interface StepView<State> {
  heading(state: State, view: View): string;
  intro(state: State, view: View): Sentence;
  /** The form's content, or null for a step without fields. */
  readonly form: ((state: State, view: View) => TemplateResult) | null;
  /** What the frame shows in place of a form. */
  readonly actions?: (state: State, view: View) => TemplateResult;
  /** The form as the event it means. */
  submit?(state: State, fields: Fields): PersonEvent;
  /** The name of the field that the person goes on with, or null for the heading. */
  focus(state: State): string | null;
  /** What the live region says when this state follows the other; null for nothing. */
  announce(state: State, previous: State | null, view: View): string | null;
}
