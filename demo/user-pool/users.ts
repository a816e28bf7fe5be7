import type { AttributeType, ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { toBigInt, toHex, utf8 } from './bytes.js';
import { aliasExists, passwordResetRequired, userDisabled, userNotConfirmed } from './errors.js';
import { type RandomBytes, uuid } from './services.js';
import { type Credentials, makeCredentials } from './srp.js';

export type UserStatus =
  'confirmed' | 'unconfirmed' | 'reset-required' | 'force-change-password' | 'disabled' | 'locked';
export type Mfa = 'sms' | 'totp' | 'email';

/** A user as whoever sets up the pool describes them. */
export interface UserDefinition {
  username: string;
  password: string;
  phoneNumber?: string;
  email?: string;
  /** The preferred second factor. */
  mfa?: Mfa;
  /** Further second factors; where none is preferred and there are several, the pool asks which. */
  mfas?: Mfa[];
  /** Base32, at least 16 characters. */
  totpSecret?: string;
  status?: UserStatus;
  /** Attributes beside e-mail address and phone number, by Cognito's names: `given_name`, `custom:team`. */
  attributes?: Record<string, string>;
  /** Further names to sign in with; e-mail address and phone number always are. */
  aliases?: string[];
}

/** A user as the pool keeps them: no password, only what checks one. */
export interface User extends Omit<UserDefinition, 'password' | 'aliases' | 'status' | 'mfas'>, Credentials {
  /** Empty for the stand-in of a user who does not exist. */
  sub: string;
  status: UserStatus;
  /** All second factors, the preferred one first. */
  mfas: Mfa[];
  attributes: Record<string, string>;
  /** What checked the passwords before this one, oldest first. */
  formerCredentials: Credentials[];
  /** The authenticator secret that waits for its first code. */
  newTotpSecret?: string;
  /** The FriendlyDeviceName that VerifySoftwareToken was given. */
  totpDeviceName?: string;
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

  async add({ password, aliases = [], mfas = [], ...rest }: UserDefinition): Promise<User> {
    const user: User = {
      ...{ status: 'confirmed', formerCredentials: [], ...rest },
      attributes: { ...rest.attributes },
      mfas: [...new Set(rest.mfa ? [rest.mfa, ...mfas] : mfas)],
      sub: uuid(this.random),
      ...(await this.#credentials(rest.username, password)),
    };
    const names = [user.username, user.email, user.phoneNumber, ...aliases];
    for (const name of names) if (name) this.#byName.set(fold(name), user);
    return user;
  }

  /** Sets attributes; an e-mail address or a phone number is a name to sign in with from then on. */
  write(user: User, { email, phone_number: phoneNumber, ...others }: Record<string, string>): void {
    const names = { ...(email && { email }), ...(phoneNumber && { phoneNumber }) };
    for (const [attribute, name] of Object.entries(names)) {
      if ((this.find(name) ?? user) !== user) throw aliasExists(attribute);
    }
    Object.assign(user, names);
    Object.assign(user.attributes, others);
    for (const name of Object.values(names)) this.#byName.set(fold(name), user);
  }

  async setPassword(user: User, password: string): Promise<void> {
    user.formerCredentials.push({ salt: user.salt, verifier: user.verifier });
    Object.assign(user, await this.#credentials(user.username, password));
  }

  /** Whether the password is among the user's last ones; `size` counts the present one. */
  async hasUsed(user: User, password: string, size: number): Promise<boolean> {
    const kept = size > 0 ? [...user.formerCredentials, user].slice(-size) : [];
    const fits = async ({ salt, verifier }: Credentials) =>
      (await makeCredentials(this.poolName, user.username, password, salt)).verifier === verifier;
    return (await Promise.all(kept.map(fits))).includes(true);
  }

  find(name: string): User | undefined {
    return this.#byName.get(fold(name));
  }

  /** Undefined where there is no such user. */
  async change(name: string, { password, status }: UserChange): Promise<User | undefined> {
    const user = this.find(name);
    if (user && status) user.status = status;
    if (user && password !== undefined) await this.setPassword(user, password);
    return user;
  }

  /**
   * Takes the place of a user that does not exist, so that nobody learns that from the answer: the same salt every time, and
   * a verifier that no password fits (RFC 5054, section 2.5.1.3). Its addresses are shown masked, and nothing is sent to them.
   */
  async standIn(name: string): Promise<User> {
    const username = fold(name);
    const digest = await crypto.subtle.digest('SHA-512', utf8(`${this.#secret}${username}`));
    const [salt, verifier] = [toBigInt(new Uint8Array(digest, 0, 16)), toBigInt(new Uint8Array(digest, 16))];
    const nothing = { mfas: [], attributes: {}, formerCredentials: [] };
    const seeming = {
      email: username.includes('@') ? username : `${username}@example.com`,
      phoneNumber: /^\+\d+$/.test(username) ? username : `+447700900${100n + (salt % 900n)}`,
    };
    return { username, sub: '', status: 'confirmed', salt, verifier, ...seeming, ...nothing };
  }

  #credentials(username: string, password: string): Promise<Credentials> {
    return makeCredentials(this.poolName, username, password, toBigInt(this.random(16)));
  }
}

/** Whether it takes the place of a user who does not exist. */
export const isStandIn = ({ sub }: User): boolean => sub === '';

/** Throws where the user may not sign in at all; the password has not been looked at then. */
export function refuseByStatus({ status }: User): void {
  if (status === 'disabled') throw userDisabled();
  if (status === 'unconfirmed') throw userNotConfirmed();
  if (status === 'reset-required') throw passwordResetRequired();
}

/** Cognito's names of the second factors. */
export const mfaNames: Readonly<Record<Mfa, ChallengeNameType>> = {
  sms: 'SMS_MFA',
  totp: 'SOFTWARE_TOKEN_MFA',
  email: 'EMAIL_OTP',
};

/** The second factor that needs no choice: the preferred one, or the only one. */
export const activeMfa = ({ mfa, mfas }: User): Mfa | undefined => mfa ?? (mfas.length === 1 ? mfas[0] : undefined);

/** Gives the user a second factor. */
export function addMfa(user: User, mfa: Mfa): void {
  if (!user.mfas.includes(mfa)) user.mfas.push(mfa);
}

export function attributes({ sub, email, phoneNumber, attributes: others }: User): AttributeType[] {
  const list = [{ Name: 'sub', Value: sub }];
  if (email) list.push({ Name: 'email', Value: email }, { Name: 'email_verified', Value: 'true' });
  if (phoneNumber)
    list.push({ Name: 'phone_number', Value: phoneNumber }, { Name: 'phone_number_verified', Value: 'true' });
  for (const [Name, Value] of Object.entries(others)) list.push({ Name, Value });
  return list;
}
