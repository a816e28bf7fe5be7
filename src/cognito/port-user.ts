import { CognitoUser } from 'amazon-cognito-identity-js';
import type {
  AuthenticationDetails,
  AuthenticationHelper,
  CognitoRefreshToken,
  NodeCallback,
} from 'amazon-cognito-identity-js';
import type { Challenge, ServiceAnswer } from './answer.js';
import type { ClientMetadata } from './config.js';
import type { CognitoUserSession, PortCallbacks, SdkCallback } from './sdk-internals.js';
import type { Transaction } from './storage.js';
import { WireFailure } from './wire.js';

/** What the SDK stores of a user's session, `LastAuthUser` aside. */
const tokenKeys = ['idToken', 'accessToken', 'refreshToken', 'clockDrift', 'userData'];

/** How REFRESH_TOKEN_AUTH is refused by a client that does not allow it. */
const rotationRefusals: ReadonlySet<string> = new Set(['InvalidParameterException', 'UnsupportedOperationException']);

/** The one seam into the SDK's user: it does SRP, tokens and their storage; what the service asks next comes out to us. */
export class PortUser extends CognitoUser {
  /**
   * The SDK takes any answer to SRP's first request for the handshake, and repeats the proof without limit while the service
   * says that it knows no device. So the handshake alone goes back into it, and every other answer comes to us.
   */
  override authenticateUser(details: AuthenticationDetails, callbacks: PortCallbacks): void {
    const { client } = this;
    this.client = {
      request: (operation, params, callback) =>
        client.request(operation, params, (error, answer) => {
          const begins = operation === 'InitiateAuth' && answer?.ChallengeName === 'PASSWORD_VERIFIER';
          if (begins) callback(null, answer);
          else this.#take(error, answer, callbacks);
        }),
    };
    super.authenticateUser(details, callbacks);
  }

  /**
   * The SDK takes any challenge it does not know for success and stores empty tokens; after `sendMFACode` it does so with those
   * it knows, too. So every challenge goes to our callback, and only tokens to the SDK.
   */
  override authenticateUserInternal(
    answer: ServiceAnswer,
    helper: AuthenticationHelper | null,
    callbacks: PortCallbacks,
  ): void {
    if (answer.ChallengeName && !answer.AuthenticationResult) {
      this.Session = answer.Session ?? null;
      callbacks.challenge({ name: answer.ChallengeName, parameters: answer.ChallengeParameters ?? {} });
      return;
    }
    super.authenticateUserInternal(withoutDevice(answer), helper, callbacks);
  }

  /** Devices are not remembered: one that the SDK remembered earlier is not named, so the pool asks for its code as usual. */
  override getCachedDeviceKeyAndPassword(): void {}

  /** Answers a challenge; the service's reply takes the way of a first answer. */
  answer(challenge: Challenge, responses: Record<string, string>, metadata: ClientMetadata, callbacks: PortCallbacks) {
    const USERNAME = challenge.parameters.USER_ID_FOR_SRP ?? this.username;
    const params = {
      ChallengeName: challenge.name,
      ClientId: this.pool.getClientId(),
      ChallengeResponses: { USERNAME, ...responses },
      Session: this.Session,
      ClientMetadata: metadata,
      UserContextData: this.getUserContextData(),
    };
    this.client.request('RespondToAuthChallenge', params, (error, answer) => this.#take(error, answer, callbacks));
  }

  #take(error: unknown, answer: ServiceAnswer | undefined, callbacks: PortCallbacks): void {
    if (error || !answer) callbacks.onFailure(error);
    else this.authenticateUserInternal(answer, null, callbacks);
  }

  /** Lets go of the last submission: through its callbacks the client would hold the password as long as the user lives. */
  rest(): void {
    this.client = { request: (_operation, _params, callback) => callback(new WireFailure('Aborted')) };
  }

  /** Removes this user's tokens through another user's storage, so that both changes are stored as one. */
  forgetTokensIn(storage: Transaction): void {
    for (const name of tokenKeys) storage.removeItem(`${this.keyPrefix}.${this.username}.${name}`);
  }

  /** One of this user's items in the storage; empty where there is none. */
  stored(name: string): string {
    return this.storage.getItem(`${this.keyPrefix}.${this.username}.${name}`) ?? '';
  }

  /** The tokens as they stand, run out or not; null when there are none. */
  storedSession(): CognitoUserSession | null {
    const [IdToken, AccessToken] = [this.stored('idToken'), this.stored('accessToken')];
    const tokens = { IdToken, AccessToken, RefreshToken: this.stored('refreshToken') };
    return this.signInUserSession ?? (IdToken ? this.getCognitoUserSession(tokens) : null);
  }

  /**
   * The SDK asks six times within 6.4 s when the refresh token has expired, and renames the user to whoever signed in last on
   * this origin. This asks once, and for this user.
   */
  override refreshSession(token: CognitoRefreshToken, callback: NodeCallback<unknown, CognitoUserSession>): void {
    // The tokens of a session that the SDK began on a remembered device are bound to the device.
    const deviceKey = this.stored('deviceKey');
    const [ClientId, RefreshToken] = [this.pool.getClientId(), token.getToken()];
    const take: SdkCallback = (error, answer) => {
      if (error || !answer?.AuthenticationResult) return callback(error ?? new WireFailure('BadResponse'));
      this.signInUserSession = this.getCognitoUserSession({ RefreshToken, ...answer.AuthenticationResult });
      this.cacheTokens();
      return callback(undefined, this.signInUserSession);
    };
    const params = {
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      ClientId,
      AuthParameters: { REFRESH_TOKEN: RefreshToken, ...(deviceKey && { DEVICE_KEY: deviceKey }) },
      UserContextData: this.getUserContextData(),
    };
    this.client.request('InitiateAuth', params, (error, answer) => {
      // A client that rotates refresh tokens takes this operation alone.
      const rotates = error instanceof WireFailure && rotationRefusals.has(error.code);
      if (!rotates) return take(error, answer);
      const device = deviceKey ? { DeviceKey: deviceKey } : {};
      return this.client.request('GetTokensFromRefreshToken', { RefreshToken, ClientId, ...device }, take);
    });
  }
}

/** Without it the SDK confirms the device, and a failure there would undo a sign-in whose tokens are stored already. */
function withoutDevice(answer: ServiceAnswer): ServiceAnswer {
  const { NewDeviceMetadata: _, ...tokens } = answer.AuthenticationResult!;
  return { AuthenticationResult: tokens };
}
