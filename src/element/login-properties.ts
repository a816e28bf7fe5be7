import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { AuthFlow, CognitoOptions } from '../cognito/config.js';
import type { StorageChoice } from '../cognito/storage.js';
import { systemClock } from '../controller/system-clock.js';
import type { Factor } from '../flow/outcome.js';
import type { PasswordPolicy } from '../flow/password-policy.js';
import type { Clock } from '../flow/ports.js';
import type { MessageOverrides } from '../i18n/messages.js';
import type { LoginEventMap } from './events.js';

/** For an attribute: a template may have set the property to anything. */
const textOrNothing = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What a page can set, and hear. A value that is none of those allowed warns in the console and gives way to the default. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- the interface below only narrows addEventListener
export class LoginProperties extends LitElement {
  /** The user pool's id, for example `eu-west-1_Ab12Cd34E`. */
  @property({ attribute: 'user-pool-id' }) userPoolId = '';
  /** The id of an app client without a secret. */
  @property({ attribute: 'client-id' }) clientId = '';
  /**
   * The service's address where it is not the region's own: https. As an attribute it is heeded on localhost alone: injected markup must
   * not be able to send a password elsewhere. What answers there has to know `GetTokensFromRefreshToken`, by which sessions are refreshed.
   */
  @property({ attribute: false }) endpoint: string | undefined;
  /**
   * `srp`: the password that signs in never leaves the device. `password`: it travels inside TLS. `custom`: the user name, then the pool's own
   * challenges. `custom-srp`: a password by SRP, then those. `choice`: the user name, then what the pool offers (USER_AUTH).
   */
  @property({ attribute: 'auth-flow' }) authFlow: AuthFlow = 'srp';
  /** With `auth-flow="choice"`: what to begin with where the user has it; the person chooses where it is left out. `passkey` takes `passkeys`. */
  @property({ attribute: 'preferred-factor' }) preferredFactor: Factor | undefined;
  /** `reauth` confirms the user named by `username` before a delicate act, and leaves the stored session alone. Starts over when it changes. */
  @property() mode: 'sign-in' | 'reauth' = 'sign-in';
  /** What people type as their name: label, keyboard and check of the first field follow. Phone numbers in any common form are sent as E.164. */
  @property({ attribute: 'login-with' }) loginWith: 'username' | 'email' | 'phone' = 'username';
  /** The country of phone numbers without a country code, for example `DE`; the browser's region unless set. */
  @property({ attribute: 'phone-country' }) phoneCountry: string | undefined;
  /** Whether "Forgot password?" is offered. A reset that the pool demands comes also with `off`. */
  @property({ attribute: 'password-reset' }) passwordReset: 'offer' | 'off' = 'offer';
  /**
   * `sign-in`: by a button and, for a user name that is known, by autofill. `offer`: one is also offered to be added after a sign-in. Takes
   * a client that allows USER_AUTH. `off`: no passkey is offered, and `WEB_AUTHN` is a challenge for the page.
   */
  @property() passkeys: 'off' | 'sign-in' | 'offer' = 'off';
  /** Whether this device stands for the second factor next time, in a pool that leaves it to the person. */
  @property({ attribute: 'remember-device' }) rememberDevice: 'ask' | 'always' | 'never' = 'ask';
  /** Where tokens are kept: `local` has the SDK's own keys. The property also takes an object with `getItem`, `setItem`, `removeItem`. */
  @property() storage: StorageChoice = 'local';
  /** The app client's AuthSessionValidity in minutes, 3 to 15, which the service tells no client. */
  @property({ attribute: 'session-minutes', type: Number }) sessionMinutes = 3;
  /** `session`: a code step outlives a reload; its Session then lies in sessionStorage until it is used or past. */
  @property() resume: 'off' | 'session' = 'off';
  /** "Send a new code": `keep` the password in memory for it, `ask` for it again, or `off`. */
  @property() resend: 'keep' | 'ask' | 'off' = 'keep';
  /** Where the form lives: `slotted` in the light DOM, where password managers see it, or `shadow`. */
  @property() fields: 'slotted' | 'shadow' = 'slotted';
  /** The user name to begin with. */
  @property() username = '';
  /** The name that authenticator apps show for this account; the page's host name unless set. */
  @property() issuer: string | undefined;
  /** `auto` follows the page's color-scheme. */
  @property({ reflect: true, useDefault: true, converter: { toAttribute: textOrNothing } }) theme:
    'auto' | 'light' | 'dark' = 'auto';
  /**
   * What the pool asks of a new password, where that is not Cognito's default: one or more of `minLength`, `lowercase`, `uppercase`,
   * `number`, `symbol`.
   */
  @property({ attribute: false }) passwordPolicy: Partial<PasswordPolicy> | undefined;
  /** Handed to the pool's Lambda triggers: an object of texts. */
  @property({ attribute: false }) clientMetadata: CognitoOptions['clientMetadata'];
  /**
   * Texts of the page's own: parts of the table in `src/i18n/messages.ts`, and labels of the pool's own attributes:
   * `{ attributes: { 'custom:team': 'Team' } }`.
   */
  @property({ attribute: false }) messages: MessageOverrides | undefined;
  /** In place of the page's `fetch`. */
  @property({ attribute: false }) fetch: CognitoOptions['fetch'];
  /** @internal Time, for tests. */
  @property({ attribute: false }) clock: Clock = systemClock;
}

/** Lets TypeScript know the details of the element's own events. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- it only narrows the listeners
export interface LoginProperties {
  addEventListener<Type extends keyof LoginEventMap>(
    type: Type,
    listener: (this: this, event: LoginEventMap[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (this: this, event: HTMLElementEventMap[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Type extends keyof LoginEventMap>(
    type: Type,
    listener: (this: this, event: LoginEventMap[Type]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (this: this, event: HTMLElementEventMap[Type]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}
