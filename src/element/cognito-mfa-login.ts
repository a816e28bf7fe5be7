import { type PropertyValues } from 'lit';
import { query, state } from 'lit/decorators.js';
import { LoginController } from '../controller/login-controller.js';
import type { PersonEvent } from '../flow/event.js';
import type { UserSession } from '../flow/ports.js';
import type { LoginState } from '../flow/state.js';
import { withOverrides } from '../i18n/messages.js';
import { controlStyles } from '../styles/controls.js';
import { frameStyles } from '../styles/frame.js';
import { tokenStyles } from '../styles/tokens.js';
import { frame } from '../views/frame.js';
import { readUsername } from '../views/parts/username-field.js';
import { showStep, type ShownStep } from '../views/show-step.js';
import type { View } from '../views/step-view.js';
import { afterPaint } from './after-paint.js';
import { readOptions } from './attributes.js';
import { copyText } from './clipboard.js';
import { DeveloperConsole } from './developer-console.js';
import { challengeEvent, toEvent } from './events.js';
import { FieldRoot } from './field-root.js';
import { type FormListener, listenToForm } from './form-events.js';
import { focusField, focusOnceShown, focusPlace } from './focus.js';
import { makeIdPrefix } from './id-prefix.js';
import { Language } from './language.js';
import { LoginProperties } from './login-properties.js';
import { readMessages, readText } from './page-properties.js';
import { isPlainPage } from './page-font.js';
import { PasskeyList } from './passkey-list.js';
import { PhoneNumbers } from './phone-numbers.js';
import { PortSource } from './port-source.js';
import { formKey, isOtherForm, isOtherMode, takesFocus } from './step-change.js';
import { asksForPhone, awaitedMessage, namesAnother } from './step-needs.js';
import { readLanguage, readMetRules, readViewOptions } from './view-options.js';
import { SmsWait } from './web-otp.js';

/**
 * Signs a person in to an AWS Cognito user pool: password or passkey, code, and whatever else the pool asks for.
 *
 * @tag cognito-mfa-login
 * @attr {string} endpoint - The service's address where it is not the region's own. Heeded on localhost alone; elsewhere set the property.
 * @fires {CustomEvent<LoginStepDetail>} login-step - The step changed. Detail: `step`, `previous`.
 * @fires {CustomEvent<LoginCodeSentDetail>} login-code-sent - A code was sent. Detail: `channel`, `destination` (masked), `count`.
 * @fires {CustomEvent<LoginSuccessDetail>} login-success - The person is signed in. Detail: `username`, `getSession()`.
 * @fires {CustomEvent<LoginFailureDetail>} login-failure - A submission failed. Detail: `code`, `step`, `retryable`, `requestId`, `cause`.
 * @fires {CustomEvent<LoginChallengeDetail>} login-challenge - The pool asks a challenge of its own. Cancelable: prevent the default to render it. Detail: `name`, `parameters`, `respond()`.
 * @fires {CustomEvent<LoginSignedOutDetail>} login-signed-out - The session ended. Detail: `username`, `global`.
 * @slot heading - In place of the step's heading.
 * @slot before - Above the heading, for example a logo.
 * @slot help - Under the form.
 * @slot after - Under that.
 * @slot footer - At the end.
 * @slot signed-in - In place of the sign-out button, once somebody is signed in.
 * @slot challenge - A challenge that the page renders itself.
 * @csspart frame - The surface around everything.
 * @csspart header - Heading and the sentence under it.
 * @csspart heading - The step's heading.
 * @csspart intro - The sentence under the heading.
 * @csspart label - A field's label; this and the following with `fields="shadow"`, a form in the light DOM is styled by the page's rules.
 * @csspart field - An input.
 * @csspart hint - The line under a field.
 * @csspart button - The main button.
 * @csspart second-button - A button beside it.
 * @csspart choice - One of several ways to go on.
 * @csspart rules - The rules of a new password.
 * @csspart secret - What an authenticator app needs, around the code to scan.
 * @csspart qr-code - The code to scan.
 * @csspart key - The same as text.
 * @csspart question - A question of the pool's own.
 * @csspart parameters - What else the pool says with it.
 * @csspart link - A quiet action.
 */
export class CognitoMfaLogin extends LoginProperties {
  static override styles = [tokenStyles, frameStyles, controlStyles];

  readonly #developer = new DeveloperConsole();
  readonly #options = () => readOptions(this, this.#developer);
  readonly #name = () => readText('username', this.username, this.#developer);
  @query('[part=header]') private header!: HTMLElement | null;
  @state() private revealed = false;
  @state() private capsLock = false;
  @state() private copied: boolean | null = null;
  @state() private metRules = readMetRules('', undefined, this.#developer);
  @state() private status = '';
  /** Counts the forms that were thrown away with what was typed in them. */
  @state() private form = 0;

  readonly #language = new Language(this);
  readonly #formListener: FormListener = {
    submit: () => this.#submit(),
    capsLock: (on) => (this.capsLock = on),
    newPassword: (password) => (this.metRules = readMetRules(password, this.passwordPolicy, this.#developer)),
    name: () => this.#listPasskeys(),
  };
  readonly #fieldRoot = new FieldRoot(this, (form) => listenToForm(form, this.#formListener));
  readonly #ports = new PortSource(this, this.#developer, CognitoMfaLogin.observedAttributes);
  readonly #phoneNumbers = new PhoneNumbers();
  readonly #passkeyList = new PasskeyList();
  readonly #smsWait = new SmsWait();
  readonly #idPrefix = makeIdPrefix();
  readonly #controller = new LoginController(this, {
    clock: { now: () => this.clock.now(), after: (delay, callback) => this.clock.after(delay, callback) },
    openPort: () => this.#ports.open(),
    options: this.#options,
    painted: () => this.updateComplete.then(afterPaint),
    report: (report) => {
      if (report.type === 'failure') this.#developer.explain(report.error, this.#options().sessionMinutes);
      this.dispatchEvent(toEvent(report, this.#controller.holdSession()));
    },
    // A prevented default: the page takes it over.
    offerChallenge: (challenge, respond) => !this.dispatchEvent(challengeEvent(challenge, respond)),
  });
  readonly #view: Omit<View, 'now' | 'text' | 'options' | 'revealed' | 'capsLock' | 'copied' | 'metRules'> = {
    id: (name) => `${this.#idPrefix}-${name}`,
    send: (event) => this.#act(event),
    tell: (sentence) => this.#announce(sentence),
    field: (name) => this.#fieldRoot.read(name),
    reveal: (revealed) => (this.revealed = revealed && !this.#controller.state.busy),
    copy: (text, shown) => void this.#copy(text, shown),
    readPhone: (text) => this.#phoneNumbers.read(text, this.#options().phoneCountry),
  };
  #shown: ShownStep | null = null;
  /** The state that the screen shows. */
  #shownState: LoginState | null = null;
  /** Whether the person acted here and nothing has answered yet: Safari leaves the focus on nothing after a click on a button. */
  #acted = false;
  #takesFocus = false;
  #plainPage = false;

  constructor() {
    super();
    this.addController(this.#controller);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#fieldRoot.connect();
    this.#plainPage = isPlainPage(this);
    if (this.hasUpdated) void this.#prepare();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#fieldRoot.disconnect();
    queueMicrotask(() => this.isConnected || this.#clearForm());
  }

  /** Focuses the field that the person goes on with. */
  override focus(options?: FocusOptions): void {
    const field = this.#fieldRoot.field(this.#shown?.focus ?? '');
    if (!this.hasUpdated) void focusOnceShown(this, options);
    else if (field) focusField(field, options);
    else this.header?.focus(options);
  }

  /** Back to the first step, with the user name kept; drops what is under way. A session goes on: `signOut()` ends it. */
  startOver(): void {
    // Whom to confirm is the page's to say; at the first step of a sign-in the person may have typed another name.
    this.#controller.act({ type: 'start-over', ...(this.mode === 'reauth' && { username: this.#name() }) });
    this.#clearForm();
  }

  /** Ends the session on this device, or on all. `login-signed-out` says when it is done. */
  signOut({ global = false } = {}): void {
    this.#controller.act({ type: 'sign-out', global });
  }

  /** The tokens, refreshed where they have to be; null when nobody is signed in. Rejects when they have ended and the service cannot be asked. */
  getSession(): Promise<UserSession | null> {
    return this.#controller.getSession();
  }

  /** This device stands for the second factor no longer, and its session may end with its access token. Resolves to whether the service did its part. */
  forgetDevice(): Promise<boolean> {
    return this.#controller.forgetDevice();
  }

  protected override async scheduleUpdate(): Promise<unknown> {
    if (!this.hasUpdated) await this.#language.ready;
    return super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('loginWith') && this.loginWith === 'phone') void this.#phoneNumbers.load();
    if (changed.has('username') || namesAnother(this.#controller.state, this.mode, this.#name()))
      this.#controller.send({ type: 'prefill', username: this.#name() });
    if (this.hasUpdated && changed.has('mode') && isOtherMode(this.mode, changed.get('mode'))) this.#changeMode();
    const [state, previous] = [this.#controller.state, this.#shownState];
    // Each password field begins masked, however the last one was left.
    if (previous && isOtherForm(state, previous)) this.#beginStep(state);
    this.#shown = showStep(state, this.#viewNow());
    if (state === previous) return;
    this.#announce(this.#shown.announce(previous));
    this.#takesFocus ||= takesFocus(this, { state, previous, acted: this.#acted, field: this.#shown.focus });
    if (!state.busy) this.#acted = false;
    if (state.error) this.#passkeyList.end();
    this.#shownState = state;
  }

  protected override render(): unknown {
    const { heading, intro, form, actions } = this.#shown!;
    this.#fieldRoot.begin(`${formKey(this.#controller.state)} ${this.form}`);
    const body = [this.#fieldRoot.place(this.#options().fields, form !== null), actions];
    return frame({ heading, intro, body, status: this.status, ...this.#look() });
  }

  protected override update(changed: PropertyValues<this>): void {
    const held = focusPlace(this) === 'inside';
    super.update(changed);
    const [{ form, heading }, { state }] = [this.#shown!, this.#controller];
    this.#fieldRoot.render(form, { label: heading, busy: Boolean(state.busy), ...this.#look() });
    this.#takesFocus ||= held && focusPlace(this) === 'nowhere'; // gone with its form, or by a setting of the page's
  }

  protected override updated(changed: PropertyValues<this>): void {
    // After the first paint, which then waits for nothing; and again when a template sets the ids late.
    if (changed.has('userPoolId') || changed.has('clientId')) void afterPaint().then(() => this.#prepare());
    if (this.#takesFocus && focusPlace(this) !== 'elsewhere') this.focus();
    this.#takesFocus = false;
    this.#smsWait.follow(awaitedMessage(this.#controller.state), (code) => this.#fieldRoot.fill('code', code));
  }

  /** A live region says a sentence again only when its text is another: a no-break space makes it so. */
  #announce(sentence: string | null): void {
    if (sentence !== null) this.status = sentence === this.status ? `${sentence}\u00a0` : sentence;
  }

  #viewNow(): View {
    const { revealed, capsLock, copied, metRules } = this;
    const text = withOverrides(this.#language.messages, readMessages(this.messages, this.#developer));
    const options = readViewOptions(this, this.#options(), this.#developer);
    return { ...this.#view, now: this.clock.now(), text, options, revealed, capsLock, copied, metRules };
  }

  #look() {
    return { ...readLanguage(this, this.#language, this.#developer), plainPage: this.#plainPage };
  }

  #act(event: PersonEvent): void {
    this.#acted = true;
    this.#passkeyList.end();
    this.#controller.act(event);
  }

  #submit(): void {
    // Loaded by now, unless the network was away.
    if (this.loginWith === 'phone' || asksForPhone(this.#controller.state)) void this.#phoneNumbers.load();
    const event = this.#shown?.submit((name) => this.#fieldRoot.read(name));
    this.revealed = false;
    if (event) this.#act(event);
  }

  /** What speaks to the service, and then what an earlier visit left behind. A sign-in that loads it later has a session, too. */
  async #prepare(): Promise<void> {
    if (this.mode === 'reauth' && !this.#name()) this.#developer.error('username');
    this.#controller.watchSession(this.isConnected && this.mode !== 'reauth');
    if (!(await this.#ports.prepare()) || this.mode === 'reauth' || !this.isConnected) return;
    await this.#controller.restore();
    if (this.isConnected) this.#listPasskeys();
  }

  /** What was under way, or reached, was so in the other mode: nobody is confirmed by it. */
  #changeMode(): void {
    this.#controller.watchSession(false);
    this.startOver();
    void this.#prepare();
  }

  /** The passkeys of a name that is known before it is typed: the browser lists them under its field. */
  #listPasskeys(): void {
    const { passkeys, sessionMinutes } = this.#options();
    const { name, busy } = this.#controller.state;
    const username = readUsername((field) => this.#fieldRoot.read(field), this.#viewNow()).username.trim();
    if (passkeys === 'off' || name !== 'sign-in' || busy || !username) return;
    if (this.#passkeyList.isDue(username, this.clock.now(), sessionMinutes * 60_000))
      void this.#controller.offerPasskey(username);
  }

  /** Told to a screen reader, too: its button's words alone change. */
  async #copy(text: string, shown: Node): Promise<void> {
    this.copied = await copyText(text, shown);
    const { copied, copyFailed } = this.#viewNow().text.setUpTotp;
    this.#announce(this.copied ? copied : copyFailed);
  }

  #beginStep(state: LoginState): void {
    this.revealed = this.capsLock = false;
    this.copied = null;
    this.metRules = readMetRules('', this.passwordPolicy, this.#developer);
    if (asksForPhone(state)) void this.#phoneNumbers.load();
  }

  /** What was typed goes, the name aside; one that is fixed is not the form's to say. */
  #clearForm(): void {
    const username = this.mode === 'reauth' ? '' : this.#fieldRoot.typed('username');
    if (username) this.#controller.send({ type: 'prefill', username });
    this.form++;
    this.revealed = false;
    this.#passkeyList.end();
  }
}
