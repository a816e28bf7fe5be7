import type { TemplateResult } from 'lit';
import type { PasswordRule } from '../flow/error.js';
import type { PersonEvent } from '../flow/event.js';
import type { PasswordPolicy } from '../flow/password-policy.js';
import type { Messages } from '../i18n/messages.js';

/** What the page set, as far as a view shows it. */
export interface ViewOptions {
  /** What the first field asks for. */
  readonly loginWith: 'username' | 'email' | 'phone';
  /** `reauth`: the user name is fixed. */
  readonly mode: 'sign-in' | 'reauth';
  /** Whether the first step asks for the password, or for the user name alone. */
  readonly asksPassword: boolean;
  /** Whether a forgotten password can be reset here. */
  readonly passwordReset: boolean;
  /** Whether passkeys are in use, and the browser has them. */
  readonly passkeys: boolean;
  /** The name that authenticator apps show; the page's host name unless set. */
  readonly issuer: string;
  readonly passwordPolicy: PasswordPolicy;
}

/** What a view sees of the element. */
export interface View {
  readonly text: Messages;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether the password can be read. */
  readonly revealed: boolean;
  /** Whether Caps Lock is on while a password is typed. */
  readonly capsLock: boolean;
  readonly options: ViewOptions;
  /** The rules that the new password meets as far as it is typed. */
  readonly metRules: ReadonlySet<PasswordRule>;
  /** Whether the last press of a copy button has done its work; null before any. */
  readonly copied: boolean | null;
  /** An id that no other element on the page has. */
  id(name: string): string;
  /** What stands in a field of the form now; empty where there is none. */
  field(name: string): string;
  send(event: PersonEvent): void;
  /** Says a sentence to a screen reader: what answers a press that changes nothing. */
  tell(sentence: string): void;
  reveal(revealed: boolean): void;
  /** @param shown where the text stands, to be selected if the browser does not copy it */
  copy(text: string, shown: Node): void;
  /** A phone number as E.164; the text as it is where it is none. */
  readPhone(text: string): string;
}

/** The values of the form at submit, by name: what is in the fields, since autofill may fire no event. */
export type Fields = (name: string) => string;

/** A sentence; the emphasised word is shown as it is, in its own direction, and never translated. */
export interface Sentence {
  readonly text: string;
  readonly emphasised?: string | undefined;
  /** Another sentence that comes in its place, and has its place kept, so that nothing moves. */
  readonly other?: string;
}

/** A step on the screen. The heading and the sentence under it stand in the frame, the form where `fields` says. */
export interface StepView<State> {
  heading(state: State, view: View): string;
  intro(state: State, view: View): Sentence;
  /** The form's content, or null for a step without a form. */
  readonly form: ((state: State, view: View) => TemplateResult | null) | null;
  /** What the frame shows in place of a form. */
  readonly actions?: (state: State, view: View) => TemplateResult | null;
  /** The form as the event it means. */
  submit?(state: State, fields: Fields, view: View): PersonEvent | null;
  /** The name of the field that the person goes on with, or null for the heading. */
  focus(state: State, view: View): string | null;
  /** What is under way, in words. */
  busyText(state: State, view: View): string;
  /** The error's sentence, where a step has its own for one. */
  problemText?(state: State, view: View): string;
  /** What the live region says on arrival in place of heading and intro; null for these. */
  arrival?(state: State, view: View): string | null;
  /** Whether the step asks for something else than before, so that its sentence is told again. */
  asksAnew?(state: State, previous: State): boolean;
}
