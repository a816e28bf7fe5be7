import { LitElement, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { AuthFlow, CognitoOptions } from '../cognito/config.js';
import type { StorageChoice } from '../cognito/storage.js';
import { LoginController } from '../controller/login-controller.js';
import { systemClock } from '../controller/system-clock.js';
import type { PersonEvent } from '../flow/event.js';
import type { Clock, UserSession } from '../flow/ports.js';
import type { LoginState } from '../flow/state.js';
import { withOverrides, type MessageOverrides } from '../i18n/messages.js';
import { controlStyles } from '../styles/controls.js';
import { frameStyles } from '../styles/frame.js';
import { tokenStyles } from '../styles/tokens.js';
import { frame } from '../views/frame.js';
import { showStep, type ShownStep } from '../views/show-step.js';
import type { View } from '../views/step-view.js';
import { afterPaint } from './after-paint.js';
import { readOptions } from './attributes.js';
import { DeveloperConsole } from './developer-console.js';
import { toEvent, type LoginEventMap } from './events.js';
import { FieldRoot } from './field-root.js';
import { listenToForm } from './form-events.js';
import { focusField, focusPlace } from './focus.js';
import { Language } from './language.js';
import { isPlainPage } from './page-font.js';
import { PortSource } from './port-source.js';
import { SmsWait } from './web-otp.js';

/** For an attribute: a template may have set the property to anything. */
const textOrNothing = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Gives every element's fields ids of their own. */
let count = 0;

/**
 * Signs a person in to an AWS Cognito user pool: password, then code.
 *
 * @fires login-step - The step changed. Detail: `step`, `previous`.
 * @fires login-code-sent - A code was sent. Detail: `channel`, `destination` (masked), `count`.
 * @fires login-success - The person is signed in. Detail: `username`, `getSession()`.
 * @fires login-failure - A submission failed. Detail: `code`, `step`, `retryable`, `requestId`, `cause`.
 * @fires login-signed-out - The session ended. Detail: `username`, `global`.
 * @slot heading - In place of the step's heading.
 * @slot before - Above the heading, for example a logo.
 * @slot help - Under the form.
 * @slot after - Under that.
 * @slot footer - At the end.
 * @csspart frame - The surface around everything.
 * @csspart header - Heading and the sentence under it.
 * @csspart heading - The step's heading.
 * @csspart intro - The sentence under the heading.
 * @csspart label - A field's label; this and the following with `fields="shadow"`, a form in the light DOM is styled as any.
 * @csspart field - An input.
 * @csspart hint - The line under a field.
 * @csspart button - The main button.
 * @csspart link - A quiet action.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- the interface below only narrows addEventListener
export class CognitoMfaLogin extends LitElement {
  static override styles = [tokenStyles, frameStyles, controlStyles];

  /** The user pool's id, for example `eu-west-1_Ab12Cd34E`. */
  @property({ attribute: 'user-pool-id' }) userPoolId = '';
  /** The id of an app client without a secret. */
  @property({ attribute: 'client-id' }) clientId = '';
  /** The service's address where it is not the region's own: https. As an attribute it is heeded on localhost alone. */
  @property({ attribute: false }) endpoint: string | undefined;
  /** `srp`: the password never leaves the device. `password`: it travels inside TLS. */
  @property({ attribute: 'auth-flow' }) authFlow: AuthFlow = 'srp';
  /** Where tokens are kept: `local` (the SDK's own keys), `session`, `memory`, or as a property an object of the page's own. */
  @property() storage: StorageChoice = 'local';
  /** The app client's AuthSessionValidity in minutes, 3 to 15. */
  @property({ attribute: 'session-minutes', type: Number }) sessionMinutes = 3;
  /** "Send a new code": `keep` the password in memory for it, `ask` for it again, or `off`. */
  @property() resend: 'keep' | 'ask' | 'off' = 'keep';
  /** Where the form lives: `slotted` in the light DOM, where password managers see it, or `shadow`. */
  @property() fields: 'slotted' | 'shadow' = 'slotted';
  /** The user name to begin with. */
  @property() username = '';
  /** `auto` follows the page's color-scheme. */
  @property({ reflect: true, useDefault: true, converter: { toAttribute: textOrNothing } }) theme:
    'auto' | 'light' | 'dark' = 'auto';
  /** Handed to the pool's Lambda triggers. */
  @property({ attribute: false }) clientMetadata: CognitoOptions['clientMetadata'];
  /** Texts of the page's own, in place of any of the language's. */
  @property({ attribute: false }) messages: MessageOverrides | undefined;
  /** In place of the page's `fetch`. */
  @property({ attribute: false }) fetch: CognitoOptions['fetch'];
  /** @internal Time, for tests. */
  @property({ attribute: false }) clock: Clock = systemClock;

  @query('header') private header!: HTMLElement | null;
  @state() private revealed = false;
  @state() private capsLock = false;

  readonly #developer = new DeveloperConsole();
  readonly #language = new Language(this);
  readonly #fieldRoot = new FieldRoot(this);
  readonly #ports = new PortSource(this, this.#developer);
  readonly #smsWait = new SmsWait();
  readonly #idPrefix = `cognito-mfa-login-${++count}`;
  readonly #controller = new LoginController(this, {
    clock: { now: () => this.clock.now(), after: (delay, callback) => this.clock.after(delay, callback) },
    openPort: () => this.#ports.open(),
    options: () => readOptions(this, this.#developer),
    painted: () => this.updateComplete.then(afterPaint),
    report: (report) => {
      if (report.type === 'failure') this.#developer.explain(report.error);
      this.dispatchEvent(toEvent(report, this.#controller.holdSession()));
    },
  });
  readonly #view: Omit<View, 'now' | 'text' | 'revealed' | 'capsLock'> = {
    id: (name) => `${this.#idPrefix}-${name}`,
    send: (event) => this.#act(event),
    reveal: (revealed) => (this.revealed = revealed && !this.#controller.state.busy),
  };
  #shown: ShownStep | null = null;
  /** The state that the screen shows. */
  #shownState: LoginState | null = null;
  #status = '';
  /** Counts the forms that were thrown away with what was typed in them. */
  #form = 0;
  /** Whether the person acted here and nothing has answered yet: Safari leaves the focus on nothing after a click on a button. */
  #acted = false;
  #takesFocus = false;
  #plainPage = false;

  constructor() {
    super();
    this.addController(this.#controller);
    listenToForm(this.#fieldRoot.form, {
      submit: () => this.#submit(),
      capsLock: (on) => (this.capsLock = on),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#fieldRoot.connect();
    this.#plainPage = isPlainPage(this);
    // After the first paint, which then waits for nothing.
    void this.updateComplete.then(afterPaint).then(() => this.#ports.prepare());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#fieldRoot.disconnect();
    queueMicrotask(() => {
      if (!this.isConnected) this.#clearForm();
    });
  }

  /** Focuses the field that the person goes on with. */
  override focus(options?: FocusOptions): void {
    const name = this.#shown?.focus;
    const field = name ? this.#fieldRoot.field(name) : null;
    if (field) focusField(field, options);
    else this.header?.focus(options);
  }

  /** Back to the first step, with the user name kept; drops what is under way. A session goes on: `signOut()` ends it. */
  startOver(): void {
    this.#controller.act({ type: 'start-over' });
    this.#clearForm();
  }

  /** Ends the session on this device, or on all. `login-signed-out` says when it is done. */
  signOut({ global = false } = {}): void {
    this.#controller.act({ type: 'sign-out', global });
  }

  /** The tokens, refreshed where they have to be; null when nobody is signed in. */
  getSession(): Promise<UserSession | null> {
    return this.#controller.getSession();
  }

  protected override async scheduleUpdate(): Promise<unknown> {
    if (!this.hasUpdated) await this.#language.ready;
    return super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('username')) this.#controller.send({ type: 'prefill', username: String(this.username ?? '') });
    const { state } = this.#controller;
    const previous = this.#shownState;
    // Each password field begins masked, however the last one was left.
    if (previous && (state.name !== previous.name || asks(state) !== asks(previous)))
      this.revealed = this.capsLock = false;
    this.#shown = showStep(state, this.#viewNow());
    if (state === previous) return;
    this.#announce(this.#shown.announce(previous));
    const place = focusPlace(this);
    const ours = place === 'inside' || (place === 'nowhere' && this.#acted);
    this.#takesFocus = ours && previous !== null && leadsOn(state, previous);
    if (!state.busy) this.#acted = false;
    this.#shownState = state;
  }

  protected override render(): unknown {
    const { heading, intro, form, actions } = this.#shown!;
    const { fields } = readOptions(this, this.#developer);
    const body = [this.#fieldRoot.place(fields, form !== null), actions];
    return frame({ heading, intro, body, status: this.#status, ...this.#look() });
  }

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    const { form, heading } = this.#shown!;
    const { name, busy } = this.#controller.state;
    const key = `${name} ${this.#form}`;
    this.#fieldRoot.render(form, { label: heading, busy: Boolean(busy), key, ...this.#look() });
  }

  protected override updated(): void {
    if (this.#takesFocus) this.focus();
    this.#takesFocus = false;
    const { state } = this.#controller;
    const message = state.name === 'code' && state.channel === 'sms' ? state.expiresAt : null;
    this.#smsWait.follow(message, (code) => this.#fieldRoot.fill('code', code));
  }

  /** A live region says a sentence again only when its text is another: a no-break space makes it so. */
  #announce(sentence: string | null): void {
    if (sentence !== null) this.#status = sentence === this.#status ? `${sentence}\u00a0` : sentence;
  }

  #viewNow(): View {
    const { revealed, capsLock } = this;
    const text = withOverrides(this.#language.messages, this.messages);
    return { ...this.#view, now: this.clock.now(), text, revealed, capsLock };
  }

  #look() {
    const { code: language, messages } = this.#language;
    const direction = this.dir === 'ltr' || this.dir === 'rtl' ? this.dir : messages.direction;
    return { language, direction, plainPage: this.#plainPage };
  }

  #act(event: PersonEvent): void {
    this.#acted = true;
    this.#controller.act(event);
  }

  #submit(): void {
    const event = this.#shown?.submit((name) => this.#fieldRoot.read(name));
    this.revealed = false;
    if (event) this.#act(event);
  }

  /** What was typed goes, the name aside. */
  #clearForm(): void {
    const username = this.#fieldRoot.read('username');
    if (username) this.#controller.send({ type: 'prefill', username });
    this.#form++;
    this.revealed = false;
    this.requestUpdate();
  }
}

/** Whether the person goes on elsewhere than before: at another step, at a field in error, at another question. */
const leadsOn = (state: LoginState, previous: LoginState): boolean =>
  state.name !== previous.name ||
  (state.error !== null && state.error !== previous.error) ||
  asks(state) !== asks(previous) ||
  // The pressed "send a new code" gives way to a sentence, and the focus with it.
  (state.busy === 'resend' && previous.busy !== 'resend');

const asks = (state: LoginState): boolean => state.name === 'code' && (state.resend?.asking ?? false);

/** Lets TypeScript know the details of the element's own events. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- as above
export interface CognitoMfaLogin {
  addEventListener<Type extends keyof LoginEventMap>(
    type: Type,
    listener: (this: CognitoMfaLogin, event: LoginEventMap[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (this: CognitoMfaLogin, event: HTMLElementEventMap[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}
