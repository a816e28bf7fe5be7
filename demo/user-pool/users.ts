import type { AttributeType, ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { toBigInt, toHex, utf8 } from './bytes.js';
import { passwordResetRequired, userDisabled, userNotConfirmed } from './errors.js';
import { type RandomBytes, uuid } from './services.js';
import { type Credentials, makeCredentials } from './srp.js';

export type UserStatus = 'confirmed' | 'unconfirmed' | 'reset-required' | 'disabled' | 'locked';
export type Mfa = 'sms' | 'totp' | 'email';

/** A user as whoever sets up the pool describes them. */
export interface UserDefinition {
  username: string;
  password: string;
  phoneNumber?: string;
  email?: string;
  mfa?: Mfa;
  /** Base32, at least 16 characters. */
  totpSecret?: string;
  status?: UserStatus;
  /** Further names to sign in with; e-mail address and phone number always are. */
  aliases?: string[];
}

/** A user as the pool keeps them: no password, only what checks one. */
export interface User extends Omit<UserDefinition, 'password' | 'aliases' | 'status'>, Credentials {
  sub: string;
  status: UserStatus;
  /** The last TOTP time step that was used; RFC 6238, section 5.2, forbids a second use. */
  lastTotpStep?: number;
}

export type UserChange = Partial<Pick<UserDefinition, 'password' | 'status'>>;

/** Names are compared without regard to case, as in every pool made since 2020. */
const fold = (name: string) => name.toLowerCase();

export class Users {
  #byName = new Map<string, User>();
  /** Keys the salts of users that do not exist. */
  #secret: string;

  constructor(
    private readonly poolName: string,
    private readonly random: RandomBytes,
  ) {
    this.#secret = toHex(random(32));
  }

  async add({ password, aliases = [], status = 'confirmed', ...rest }: UserDefinition): Promise<void> {
    const user: User = {
      ...rest,
      status,
      sub: uuid(this.random),
      ...(await this.#credentials(rest.username, password)),
    };
    const names = [user.username, user.email, user.phoneNumber, ...aliases];
    for (const name of names) if (name) this.#byName.set(fold(name), user);
  }

  find(name: string): User | undefined {
    return this.#byName.get(fold(name));
  }

  /** Undefined where there is no such user. */
  async change(name: string, { password, status }: UserChange): Promise<User | undefined> {
    const user = this.find(name);
    if (user && status) user.status = status;
    if (user && password !== undefined) Object.assign(user, await this.#credentials(user.username, password));
    return user;
  }

  /**
   * Takes the place of a user that does not exist, so that nobody learns that from the answer: the same salt every time, and
   * a verifier that no password fits (RFC 5054, section 2.5.1.3).
   */
  async standIn(name: string): Promise<User> {
    const username = fold(name);
    const digest = await crypto.subtle.digest('SHA-512', utf8(`${this.#secret}${username}`));
    const [salt, verifier] = [toBigInt(new Uint8Array(digest, 0, 16)), toBigInt(new Uint8Array(digest, 16))];
    return { username, sub: '', status: 'confirmed', salt, verifier };
  }

  #credentials(username: string, password: string): Promise<Credentials> {
    return makeCredentials(this.poolName, username, password, toBigInt(this.random(16)));
  }
}

/** Throws where the user may not sign in at all; the password has not been looked at then. */
export function refuseByStatus({ status }: User): void {
  if (status === 'disabled') throw userDisabled();
  if (status === 'unconfirmed') throw userNotConfirmed();
  if (status === 'reset-required') throw passwordResetRequired();
}

const mfaNames: Record<Mfa, ChallengeNameType> = {
  sms: 'SMS_MFA',
  totp: 'SOFTWARE_TOKEN_MFA',
  email: 'EMAIL_OTP',
};

/** Cognito's name of the user's second factor. */
export const mfaName = ({ mfa }: User): ChallengeNameType | undefined => mfa && mfaNames[mfa];

export function attributes({ sub, email, phoneNumber }: User): AttributeType[] {
  const list = [{ Name: 'sub', Value: sub }];
  if (email) list.push({ Name: 'email', Value: email }, { Name: 'email_verified', Value: 'true' });
  if (phoneNumber)
    list.push({ Name: 'phone_number', Value: phoneNumber }, { Name: 'phone_number_verified', Value: 'true' });
  return list;
}
