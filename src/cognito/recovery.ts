import type { LoginError } from '../flow/error.js';
import type { Channel, Outcome } from '../flow/outcome.js';
import type { CognitoConfig } from './config.js';
import { toLoginError } from './errors.js';
import { WireFailure, type Wire } from './wire.js';

interface Code {
  readonly username: string;
  readonly code: string;
}

type Failure = Extract<Outcome, { kind: 'failed' }>;

/** The ways around a sign-in: a forgotten password, an account that is not confirmed. */
export class Recovery {
  readonly #config: CognitoConfig;
  readonly #wire: Wire;
  readonly #contextOf: (username: string) => object | undefined;

  /** @param contextOf the UserContextData of advanced security, where the page has its script */
  constructor(config: CognitoConfig, wire: Wire, contextOf: (username: string) => object | undefined) {
    this.#config = config;
    this.#wire = wire;
    this.#contextOf = contextOf;
  }

  /** Comes to the same for whoever has no account, or none whose password can be reset: nobody shall learn that. */
  async requestReset(username: string, signal: AbortSignal): Promise<Outcome> {
    try {
      await this.#ask('ForgotPassword', username, {}, signal);
      return { kind: 'reset-sent' };
    } catch (failure) {
      signal.throwIfAborted();
      const { error } = failed(failure, 'credentials');
      const hidden = tellsOfAccount(error) || says(failure, 'cannot reset password');
      return hidden ? { kind: 'reset-sent' } : { kind: 'failed', error };
    }
  }

  async reset({ username, code, password }: Code & { password: string }, signal: AbortSignal): Promise<Outcome> {
    try {
      const params = { ConfirmationCode: code, Password: password };
      await this.#ask('ConfirmForgotPassword', username, params, signal);
      return { kind: 'password-reset' };
    } catch (failure) {
      signal.throwIfAborted();
      const { error } = failed(failure, 'confirmation');
      // Only an account that exists can wait to be confirmed, or have had a temporary password.
      if (error.code !== 'confirm-required' && error.code !== 'password-expired') return { kind: 'failed', error };
      const { cause: _, ...rest } = error;
      return { kind: 'failed', error: { ...rest, code: 'wrong-code' } };
    }
  }

  async requestConfirmation(username: string, signal: AbortSignal): Promise<Outcome> {
    try {
      const { CodeDeliveryDetails } = await this.#ask('ResendConfirmationCode', username, {}, signal);
      const { DeliveryMedium, Destination } = CodeDeliveryDetails ?? {};
      const channel: Channel = DeliveryMedium === 'SMS' ? 'sms' : 'email';
      return { kind: 'confirmation-sent', channel, destination: typeof Destination === 'string' ? Destination : null };
    } catch (failure) {
      signal.throwIfAborted();
      if (says(failure, 'user is already confirmed')) return { kind: 'confirmed' };
      const { error } = failed(failure, 'credentials');
      const hidden = tellsOfAccount(error);
      return hidden ? { kind: 'confirmation-sent', channel: 'email', destination: null } : { kind: 'failed', error };
    }
  }

  async confirmSignUp({ username, code }: Code, signal: AbortSignal): Promise<Outcome> {
    try {
      await this.#ask('ConfirmSignUp', username, { ConfirmationCode: code }, signal);
      return { kind: 'confirmed' };
    } catch (failure) {
      signal.throwIfAborted();
      // Confirmed by the link in a message, or in another tab.
      if (says(failure, 'user cannot be confirmed. current status is confirmed')) return { kind: 'confirmed' };
      return failed(failure, 'confirmation');
    }
  }

  #ask(operation: string, Username: string, params: object, signal: AbortSignal) {
    const { clientId: ClientId, clientMetadata: ClientMetadata } = this.#config;
    const UserContextData = this.#contextOf(Username);
    return this.#wire(operation, { ClientId, Username, ...params, ClientMetadata, UserContextData }, signal);
  }
}

const failed = (failure: unknown, submission: 'credentials' | 'confirmation'): Failure => ({
  kind: 'failed',
  error: toLoginError(failure, { submission }),
});

/** What would tell whether there is such an account. */
const tellsOfAccount = ({ code }: LoginError): boolean => code === 'invalid-credentials' || code === 'password-expired';

const says = (failure: unknown, start: string): boolean =>
  failure instanceof WireFailure && failure.message.toLowerCase().startsWith(start);
