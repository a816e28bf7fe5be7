import { AuthenticationHelper } from 'amazon-cognito-identity-js';
import type { Offer, Outcome } from '../flow/outcome.js';
import type { Accounts, Account } from './accounts.js';
import type { NewDevice } from './answer.js';
import type { CognitoConfig } from './config.js';
import { forgetsDevice } from './device-wire.js';
import type { PortUser } from './port-user.js';
import type { CognitoUserSession } from './sdk-internals.js';
import type { SessionKeeper, SignedIn } from './session-keeper.js';
import { sessionEnded, whileEntered } from './while-entered.js';
import { WireFailure, type Wire } from './wire.js';
import { withLimit } from './with-limit.js';

/** How long somebody who has just signed in waits for their device to be confirmed, in milliseconds. */
const patience = 5000;
/** Of DeviceName, which tells the person's devices apart in lists; the model allows 1024 characters. */
const nameLength = 128;

const accessTokenOf = (session: CognitoUserSession): string => session.getAccessToken().getJwtToken();

/** Remembered devices: one that the pool did not know is introduced to it, remembered when the person wants that, and forgotten. */
export class Devices {
  readonly #config: CognitoConfig;
  readonly #wire: Wire;
  readonly #accounts: Accounts;
  readonly #sessions: SessionKeeper;
  /** A confirmed device with its password, until the person says whether it is to be remembered. */
  #pending: { readonly device: NewDevice; readonly password: string } | null = null;

  constructor(config: CognitoConfig, wire: Wire, accounts: Accounts, sessions: SessionKeeper) {
    this.#config = config;
    this.#wire = wire;
    this.#accounts = accounts;
    this.#sessions = sessions;
  }

  /**
   * Confirms the device that came with the tokens, whether it is to be remembered or not: the tokens of one that is not confirmed cannot be
   * refreshed. Its keys are stored together with the tokens. Nobody is kept from signing in by a failure of it.
   * @returns what the person is to be asked
   * @throws the signal's reason
   */
  async confirm({ user }: Account, session: CognitoUserSession, signal: AbortSignal): Promise<readonly Offer[]> {
    const { newDevice } = user;
    const { clock, mode, warn } = this.#config;
    this.leave();
    // Nothing would be stored of it.
    if (!newDevice || mode === 'reauth') return [];
    try {
      return await withLimit(clock, patience, signal, (limit) => this.#confirm(user, newDevice, session, limit));
    } catch (failure) {
      signal.throwIfAborted();
      warn(`The pool does not remember this device: ${nameOf(failure)}.`);
      return [];
    }
  }

  async #confirm(
    user: PortUser,
    device: NewDevice,
    session: CognitoUserSession,
    signal: AbortSignal,
  ): Promise<readonly Offer[]> {
    const { password, verifier } = await newSecret(device);
    const asks = await this.#introduce(device, verifier, session, signal);
    const { rememberDevice } = this.#config;
    const open = asks && rememberDevice === 'ask';
    if (open) this.#pending = { device, password };
    user.keepDevice(device, open || rememberDevice === 'never' ? null : password);
    if (asks && rememberDevice === 'always') await this.#setRemembered(device.DeviceKey, session, signal);
    return open ? ['device'] : [];
  }

  /** From now on the device of whoever is signed in stands for their second factor. */
  async remember(signal: AbortSignal): Promise<Outcome> {
    const remember = ({ account, session }: SignedIn) => this.#remember(account, session, signal);
    try {
      return await whileEntered(this.#sessions, signal, remember);
    } finally {
      this.leave(); // nobody is asked twice
    }
  }

  async #remember(account: Account, session: CognitoUserSession, signal: AbortSignal): Promise<Outcome> {
    const DeviceKey = account.user.stored('deviceKey');
    if (!DeviceKey) return sessionEnded;
    await this.#setRemembered(DeviceKey, session, signal);
    signal.throwIfAborted();
    this.#keepPending(account, DeviceKey);
    return { kind: 'done' };
  }

  /** The question is not answered any more: what the device would prove itself with is let go of. */
  leave(): void {
    this.#pending = null;
  }

  #keepPending(account: Account, DeviceKey: string): void {
    const pending = this.#pending;
    if (pending?.device.DeviceKey !== DeviceKey) return;
    account.user.keepDevice(pending.device, pending.password);
    this.#accounts.store(account);
  }

  /**
   * Takes that back. What the device proves itself with is gone at once; its key goes when the service has forgotten it, since the tokens
   * need it until then.
   * @returns whether the service forgot it
   */
  async forget(signal: AbortSignal): Promise<boolean> {
    const signedIn = await this.#sessions.signedIn().catch(() => null);
    const DeviceKey = signedIn?.account.user.stored('deviceKey');
    if (!signedIn || !DeviceKey) return false;
    return this.#forget(signedIn, DeviceKey, signal);
  }

  async #forget({ account, session }: SignedIn, DeviceKey: string, signal: AbortSignal): Promise<boolean> {
    account.user.keepDevice({ DeviceKey, DeviceGroupKey: '' }, null);
    this.#accounts.store(account);
    try {
      await this.#wire('ForgetDevice', { AccessToken: accessTokenOf(session), DeviceKey }, signal);
    } catch (failure) {
      if (!forgetsDevice(failure)) return false;
    }
    account.user.dropDevice();
    return true;
  }

  /** ConfirmDevice. @returns whether the pool leaves it to the person if the device is remembered */
  async #introduce(
    { DeviceKey }: NewDevice,
    DeviceSecretVerifierConfig: object,
    session: CognitoUserSession,
    signal: AbortSignal,
  ): Promise<boolean> {
    const DeviceName = navigator.userAgent.slice(0, nameLength);
    const params = { AccessToken: accessTokenOf(session), DeviceKey, DeviceSecretVerifierConfig, DeviceName };
    const answer = await this.#wire('ConfirmDevice', params, signal);
    return answer.UserConfirmationNecessary === true;
  }

  #setRemembered(DeviceKey: string, session: CognitoUserSession, signal: AbortSignal): Promise<unknown> {
    const params = { AccessToken: accessTokenOf(session), DeviceKey, DeviceRememberedStatus: 'remembered' };
    return this.#wire('UpdateDeviceStatus', params, signal);
  }
}

/** The wire's code alone: what else an error holds is not known here. */
const nameOf = (failure: unknown): string =>
  failure instanceof WireFailure ? failure.code : 'it could not be confirmed';

/** The SDK's own computes A for a sign-in as soon as it is made, which nobody reads here. */
class DeviceHelper extends AuthenticationHelper {
  override getLargeAValue(): void {
    // not asked for
  }
}

/** A password for a device, and what the pool checks it by. */
async function newSecret({ DeviceGroupKey, DeviceKey }: NewDevice) {
  const helper = new DeviceHelper(DeviceGroupKey);
  await new Promise<void>((resolve, reject) =>
    helper.generateHashDevice(DeviceGroupKey, DeviceKey, (error) => (error ? reject(error) : resolve())),
  );
  const verifier = { Salt: toBase64(helper.getSaltDevices()), PasswordVerifier: toBase64(helper.getVerifierDevices()) };
  return { password: helper.getRandomPassword(), verifier };
}

const toBase64 = (hex: string): string =>
  btoa(String.fromCharCode(...hex.match(/../g)!.map((byte) => parseInt(byte, 16))));
