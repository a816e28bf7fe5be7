import {
  CognitoAccessToken,
  CognitoIdToken,
  CognitoRefreshToken,
  CognitoUser,
  CognitoUserSession,
  type AuthenticationDetails,
  type AuthenticationHelper,
  type ICognitoUserData,
} from 'amazon-cognito-identity-js';
import type { Clock } from '../flow/ports.js';
import type { Challenge, NewDevice, ServiceAnswer } from './answer.js';
import type { ClientMetadata } from './config.js';
import { forgetsDevice, refusesDevice, withoutDevice } from './device-wire.js';
import { ClockSkew, minutesOff } from './errors.js';
import type { PortCallbacks, SdkCallback, SdkClient } from './sdk-internals.js';
import type { Transaction } from './storage.js';
import { WireFailure } from './wire.js';

/** What the SDK stores of a user's session, `LastAuthUser` aside. */
const tokenKeys = ['idToken', 'accessToken', 'refreshToken', 'clockDrift', 'userData'];

/** The request with which the SDK begins, as it is to be sent. */
export type Reroute = (operation: string, params: Sent) => readonly [operation: string, params: object];

interface Sent {
  readonly AuthParameters?: Readonly<Record<string, string>>;
  readonly ClientMetadata: ClientMetadata;
}

const asItIs: Reroute = (operation, params) => [operation, params];

/** The one seam into the SDK's user: it does SRP, tokens and their storage; what the service asks next comes out to us. */
export class PortUser extends CognitoUser {
  declare readonly storage: Transaction;
  /** The device that came with the newest tokens, which the pool did not know. */
  newDevice: NewDevice | null = null;
  #metadata: ClientMetadata = {};
  #deviceAsked = false;
  readonly #clock: Clock;

  constructor(data: ICognitoUserData, clock: Clock) {
    super(data);
    this.#clock = clock;
  }

  /** @param reroute what is sent in place of the SDK's first request: it knows nothing of choice-based sign-in */
  override authenticateUser(details: AuthenticationDetails, callbacks: PortCallbacks, reroute?: Reroute): void {
    this.#metadata = details.getClientMetadata();
    this.#handshake('PASSWORD_VERIFIER', callbacks, () => super.authenticateUser(details, callbacks), reroute);
  }

  /**
   * The SDK's own takes any challenge it does not know for success and stores empty tokens. And it confirms a new device, where a
   * failure would undo a sign-in whose tokens are stored already: device.ts does that.
   */
  override authenticateUserInternal(
    answer: ServiceAnswer,
    _helper: AuthenticationHelper | null,
    callbacks: PortCallbacks,
  ): void {
    const { ChallengeName: name, ChallengeParameters: parameters = {}, AuthenticationResult: result } = answer;
    if (result) {
      this.newDevice = result.NewDeviceMetadata ?? null;
      callbacks.onSuccess(this.takeTokens(result));
    } else if (name === 'DEVICE_SRP_AUTH' && this.deviceKey && !this.#deviceAsked) {
      this.#proveDevice(answer, callbacks);
    } else {
      this.Session = answer.Session ?? null;
      callbacks.challenge({ name: name!, parameters, available: answer.AvailableChallenges ?? [] });
    }
  }

  /** Begins a sign-in without SRP. */
  initiate(
    AuthFlow: string,
    parameters: Record<string, string>,
    metadata: ClientMetadata,
    callbacks: PortCallbacks,
  ): void {
    this.#metadata = metadata;
    const params = {
      AuthFlow,
      ClientId: this.pool.getClientId(),
      AuthParameters: { USERNAME: this.username, ...this.deviceParameters(), ...parameters },
      ClientMetadata: metadata,
      UserContextData: this.getUserContextData(),
    };
    this.#send('InitiateAuth', params, callbacks);
  }

  /** Answers a challenge; the service's reply takes the way of a first answer. */
  answer(challenge: Challenge, responses: Record<string, string>, metadata: ClientMetadata, callbacks: PortCallbacks) {
    this.#metadata = metadata;
    this.#send('RespondToAuthChallenge', this.answerTo(challenge, responses, metadata), callbacks);
  }

  /** RespondToAuthChallenge's parameters. */
  answerTo({ name, parameters }: Challenge, responses: Record<string, string>, metadata: ClientMetadata): object {
    // The name itself, where the person gave an alias of it: a device that is confirmed after an answer in an alias is not found
    // (https://github.com/aws-amplify/amplify-js/issues/4047). Not every challenge names it as SRP's do.
    const USERNAME = parameters.USER_ID_FOR_SRP ?? parameters.USERNAME ?? this.username;
    return {
      ChallengeName: name,
      ClientId: this.pool.getClientId(),
      ChallengeResponses: { USERNAME, ...this.deviceParameters(), ...responses },
      Session: this.Session,
      ClientMetadata: metadata,
      UserContextData: this.getUserContextData(),
    };
  }

  #send(operation: string, params: object, callbacks: PortCallbacks): void {
    this.#request(this.client, operation, params, (error, answer) => this.#take(error, answer, callbacks));
  }

  /**
   * The SDK takes any answer to SRP's first request for the handshake, and repeats the proof without limit while the service
   * says that it knows no device. So the handshake alone goes back into it, and every other answer comes to us.
   */
  #handshake(name: string, callbacks: PortCallbacks, run: () => void, reroute: Reroute = asItIs): void {
    const { client } = this;
    let begun = false;
    this.client = {
      request: (operation, given, callback) => {
        const params: Sent = { ...given, ClientMetadata: this.#metadata };
        const [sent, sentParams] = begun ? [operation, params] : reroute(operation, params);
        this.#request(client, sent, sentParams, (error, answer) => {
          if (!begun && answer?.ChallengeName === name) {
            begun = true;
            return callback(null, answer);
          }
          this.client = client;
          return this.#take(error, answer, callbacks);
        });
      },
    };
    run();
  }

  #take(error: unknown, answer: ServiceAnswer | undefined, callbacks: PortCallbacks): void {
    if (error || !answer) callbacks.onFailure(error);
    else this.authenticateUserInternal(answer, null, callbacks);
  }

  /**
   * A device that the pool has forgotten is dropped, and what was refused is asked for once more without it: a refused request has sent
   * no message.
   */
  #request(client: SdkClient, operation: string, params: object, callback: SdkCallback): void {
    client.request(operation, params, (error, answer) => {
      const rest = forgetsDevice(error) ? withoutDevice(params) : null;
      if (!rest) return callback(error, answer);
      this.dropDevice();
      return client.request(operation, rest, callback);
    });
  }

  /** DEVICE_SRP_AUTH, once in a sign-in. The Session of what came before is spent, but only that is what another try would be for. */
  #proveDevice({ Session }: ServiceAnswer, callbacks: PortCallbacks): void {
    this.#deviceAsked = true;
    const before = this.Session;
    this.Session = Session ?? null;
    const onFailure = (error: unknown) => {
      this.Session = before;
      if (!refusesDevice(error)) return callbacks.onFailure(error);
      const minutes = forgetsDevice(error) ? 0 : minutesOff(error, this.#clock.now());
      if (minutes) return callbacks.onFailure(new ClockSkew(minutes, error));
      this.dropDevice();
      return callbacks.onFailure(new WireFailure('DeviceForgotten'));
    };
    const ending = { ...callbacks, onFailure };
    this.#handshake('DEVICE_PASSWORD_VERIFIER', ending, () => this.getDeviceResponse(ending));
  }

  /** A device without its password cannot prove itself, so it is not named. */
  override getCachedDeviceKeyAndPassword(): void {
    if (this.stored('randomPasswordKey') && this.stored('deviceGroupKey')) super.getCachedDeviceKeyAndPassword();
  }

  /** DEVICE_KEY, where this device is remembered for the user. */
  deviceParameters(): Record<string, string> {
    this.getCachedDeviceKeyAndPassword();
    return this.deviceKey ? { DEVICE_KEY: this.deviceKey } : {};
  }

  /** @param password null: not to be kept; the key alone is needed to refresh the tokens that are bound to the device */
  keepDevice({ DeviceKey, DeviceGroupKey }: NewDevice, password: string | null): void {
    Object.assign(this, { deviceKey: DeviceKey, deviceGroupKey: DeviceGroupKey, randomPassword: password });
    if (password !== null) this.cacheDeviceKeyAndPassword();
    else {
      this.clearCachedDeviceKeyAndPassword();
      this.storage.setItem(this.keyOf('deviceKey'), DeviceKey);
    }
    this.endSignIn();
  }

  /** Lets go of the secrets that a sign-in alone needs: the user lives on with its tokens, as long as somebody is signed in. */
  endSignIn(): void {
    Object.assign(this, { Session: null, randomPassword: null });
  }

  /** Stored at once, since the sign-in may still fail. */
  dropDevice(): void {
    Object.assign(this, { deviceKey: null, deviceGroupKey: null, randomPassword: null });
    this.clearCachedDeviceKeyAndPassword();
    this.storage.commit();
  }

  /** Lets go of the last submission: through its callbacks the client would hold the password as long as the user lives. */
  rest(): void {
    this.client = { request: (_operation, _params, callback) => callback(new WireFailure('Aborted')) };
  }

  /** Removes this user's tokens through another user's storage, so that both changes are stored as one. */
  forgetTokensIn(storage: Transaction): void {
    for (const name of tokenKeys) storage.removeItem(this.keyOf(name));
  }

  keyOf(name: string): string {
    return `${this.keyPrefix}.${this.username}.${name}`;
  }

  /** One of this user's items in the storage; empty where there is none. */
  stored(name: string): string {
    return this.storage.getItem(this.keyOf(name)) ?? '';
  }

  /** The tokens as they stand, run out or not; null when there are none. Another tab may have stored others. */
  storedSession(): CognitoUserSession | null {
    const [IdToken, AccessToken] = [this.stored('idToken'), this.stored('accessToken')];
    const RefreshToken = this.stored('refreshToken');
    const held = this.signInUserSession;
    if (!IdToken) return null;
    if (held?.getAccessToken().getJwtToken() === AccessToken && held.getRefreshToken().getToken() === RefreshToken)
      return held;
    this.signInUserSession = new CognitoUserSession({
      IdToken: new CognitoIdToken({ IdToken }),
      AccessToken: new CognitoAccessToken({ AccessToken }),
      RefreshToken: new CognitoRefreshToken({ RefreshToken }),
      ClockDrift: Number(this.stored('clockDrift')) || 0,
    });
    return this.signInUserSession;
  }

  /** Takes the tokens of a sign-in or a refresh, and stores them. */
  takeTokens(tokens: object): CognitoUserSession {
    this.signInUserSession = this.getCognitoUserSession(tokens);
    this.cacheTokens();
    return this.signInUserSession;
  }
}
