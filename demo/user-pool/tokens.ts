import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { toBase64 } from './bytes.js';
import type { Device, Devices } from './devices.js';
import { notAuthorized, refreshTokenReused } from './errors.js';
import { signingKey } from './keys.js';
import { type Services, uuid } from './services.js';
import type { PoolSettings } from './settings.js';
import { attributes, type User } from './users.js';

const DAY_MS = 24 * 60 * 60_000;

/** One sign-in, and all the tokens that came of it. */
export interface Grant {
  clientId: string;
  user: User;
  /** `origin_jti` of its tokens. */
  id: string;
  /** `iss` of its tokens. */
  issuer: string;
  /** Seconds since the epoch. */
  authTime: number;
  /** Milliseconds since the epoch. */
  expiresAt: number;
  refreshToken: string;
  /** The device that signed in, where the pool tracks devices. */
  device: Device | undefined;
  revoked: boolean;
}

/** Issues, checks and revokes tokens. ID and access tokens are JWTs; a refresh token means nothing to anyone but the pool. */
export class Tokens {
  #grants = new Map<string, Grant>();
  /** By refresh token; a rotated one still leads to its grant. */
  #byRefreshToken = new Map<string, Grant>();

  constructor(
    private readonly services: Services,
    private readonly settings: PoolSettings,
    private readonly devices: Devices,
  ) {}

  /** The tokens of a new sign-in. */
  async signIn(
    user: User,
    clientId: string,
    issuer: string,
    device: Device | undefined,
  ): Promise<AuthenticationResultType> {
    const now = this.services.clock();
    const grant: Grant = {
      ...{ user, clientId, issuer, device, authTime: Math.floor(now / 1000) },
      id: uuid(this.services.random),
      expiresAt: now + this.settings.refreshTokenValidity * DAY_MS,
      refreshToken: '',
      revoked: false,
    };
    this.#grants.set(grant.id, grant);
    return { ...(await this.renew(grant)), RefreshToken: this.#newRefreshToken(grant) };
  }

  /** New ID and access tokens. */
  async renew(grant: Grant): Promise<AuthenticationResultType> {
    const { user, clientId } = grant;
    const identity: JWTPayload = { aud: clientId, token_use: 'id', 'cognito:username': user.username };
    for (const { Name, Value } of attributes(user)) {
      identity[Name ?? ''] = Name?.endsWith('_verified') ? Value === 'true' : Value;
    }
    const scope = 'aws.cognito.signin.user.admin';
    const access = {
      ...{ client_id: clientId, token_use: 'access', scope, username: user.username },
      ...(grant.device && { device_key: grant.device.key }),
    };
    const [IdToken, AccessToken] = await Promise.all([this.#sign(grant, identity), this.#sign(grant, access)]);
    return { AccessToken, IdToken, ExpiresIn: this.settings.accessTokenValidity * 60, TokenType: 'Bearer' };
  }

  /** Puts a new refresh token in the place of the old one. */
  rotate(grant: Grant): string {
    return this.#newRefreshToken(grant);
  }

  /** The grant a refresh token stands for, while it holds; that of a tracked device has to name the device. */
  refreshable(refreshToken: string, deviceKey: string | undefined): Grant {
    const grant = this.#byRefreshToken.get(refreshToken);
    const { device } = grant ?? {};
    if (!grant || (device && !this.devices.mayRefresh(device, deviceKey))) throw notAuthorized('Invalid Refresh Token');
    if (grant.revoked) throw notAuthorized('Refresh Token has been revoked');
    if (this.services.clock() >= grant.expiresAt) throw notAuthorized('Refresh Token has expired');
    if (grant.refreshToken !== refreshToken) throw refreshTokenReused();
    return grant;
  }

  /** The grant an access token was given for, while both hold. */
  async authorize(accessToken: string): Promise<Grant> {
    const payload = await this.#verify(accessToken);
    const grant = this.#grants.get(String(payload['origin_jti']));
    if (!grant || payload['token_use'] !== 'access') throw notAuthorized('Invalid Access Token');
    if (grant.revoked) throw notAuthorized('Access Token has been revoked');
    return grant;
  }

  revoke(refreshToken: string): void {
    const grant = this.#byRefreshToken.get(refreshToken);
    if (grant) grant.revoked = true;
  }

  revokeAllOf(user: User): void {
    for (const grant of this.#grants.values()) if (grant.user === user) grant.revoked = true;
  }

  #newRefreshToken(grant: Grant): string {
    grant.refreshToken = toBase64(this.services.random(48));
    this.#byRefreshToken.set(grant.refreshToken, grant);
    return grant.refreshToken;
  }

  async #sign(grant: Grant, claims: JWTPayload): Promise<string> {
    const { kid, privateKey } = await signingKey();
    const now = Math.floor(this.services.clock() / 1000);
    const { random } = this.services;
    return new SignJWT({ ...claims, origin_jti: grant.id, event_id: uuid(random), auth_time: grant.authTime })
      .setProtectedHeader({ kid, alg: 'RS256' })
      .setIssuer(grant.issuer)
      .setSubject(grant.user.sub)
      .setJti(uuid(random))
      .setIssuedAt(now)
      .setExpirationTime(now + this.settings.accessTokenValidity * 60)
      .sign(privateKey);
  }

  async #verify(token: string): Promise<JWTPayload> {
    const { publicKey } = await signingKey();
    const currentDate = new Date(this.services.clock());
    try {
      return (await jwtVerify(token, publicKey, { algorithms: ['RS256'], currentDate })).payload;
    } catch (error) {
      throw notAuthorized(error instanceof errors.JWTExpired ? 'Access Token has expired' : 'Invalid Access Token');
    }
  }
}
