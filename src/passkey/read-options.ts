import { isBase64url } from './base64url.js';
import { PasskeyError } from './passkey-error.js';

/*
 * The service's options, member by member: what is not known here is left out, since a member of the wrong kind can make the
 * browser throw. Null counts as absent; handed on, a null `rpId` would become the site "null".
 */

type Is<Value> = (value: unknown) => value is Value;
type Members = Readonly<Record<string, unknown>>;

const requirements = ['required', 'preferred', 'discouraged'] as const;
const attachments = ['platform', 'cross-platform'] as const;
const conveyances = ['none', 'indirect', 'direct', 'enterprise'] as const;

export type RequestOptions = Omit<PublicKeyCredentialRequestOptionsJSON, 'extensions'>;

export interface CreationOptions extends Omit<PublicKeyCredentialCreationOptionsJSON, 'extensions'> {
  extensions?: { readonly credProps?: boolean };
}

/** WebAuthn Level 3, section 5.1.9. */
export function readRequestOptions(options: unknown): RequestOptions {
  const members = membersOf(options, 'options');
  return {
    challenge: required(members, 'challenge', isBase64url),
    ...optional(members, 'rpId', isText),
    ...optional(members, 'timeout', isDuration),
    ...word(members, 'userVerification', requirements),
    ...optional(members, 'hints', isTexts),
    ...descriptors(members, 'allowCredentials'),
  };
}

/** WebAuthn Level 3, section 5.1.8. */
export function readCreationOptions(options: unknown): CreationOptions {
  const members = membersOf(options, 'options');
  return {
    challenge: required(members, 'challenge', isBase64url),
    rp: readRelyingParty(membersOf(members['rp'], 'rp')),
    user: readUser(membersOf(members['user'], 'user')),
    pubKeyCredParams: required(members, 'pubKeyCredParams', isList).map((one) => readAlgorithm(one)),
    ...optional(members, 'timeout', isDuration),
    ...word(members, 'attestation', conveyances),
    ...optional(members, 'hints', isTexts),
    ...descriptors(members, 'excludeCredentials'),
    ...selection(members),
    ...extensions(members),
  };
}

const readRelyingParty = (rp: Members) => ({ name: required(rp, 'name', isText), ...optional(rp, 'id', isText) });

const readUser = (user: Members) => ({
  id: required(user, 'id', isBase64url),
  name: required(user, 'name', isText),
  displayName: required(user, 'displayName', isText),
});

function readAlgorithm(entry: unknown): PublicKeyCredentialParameters {
  const members = membersOf(entry, 'pubKeyCredParams');
  return { type: required(members, 'type', isKeyType), alg: required(members, 'alg', isNumber) };
}

function descriptors<Name extends 'allowCredentials' | 'excludeCredentials'>(members: Members, name: Name) {
  const { [name]: list } = optional(members, name, isList);
  return (list ? { [name]: list.map((entry) => readDescriptor(membersOf(entry, name))) } : {}) as Readonly<
    Partial<Record<Name, PublicKeyCredentialDescriptorJSON[]>>
  >;
}

const readDescriptor = (entry: Members): PublicKeyCredentialDescriptorJSON => ({
  id: required(entry, 'id', isBase64url),
  type: required(entry, 'type', isKeyType),
  ...optional(entry, 'transports', isTexts),
});

function selection(members: Members): Pick<CreationOptions, 'authenticatorSelection'> {
  if (members['authenticatorSelection'] == null) return {};
  const wanted = membersOf(members['authenticatorSelection'], 'authenticatorSelection');
  return {
    authenticatorSelection: {
      ...word(wanted, 'authenticatorAttachment', attachments),
      ...word(wanted, 'residentKey', requirements),
      ...optional(wanted, 'requireResidentKey', isFlag),
      ...word(wanted, 'userVerification', requirements),
    },
  };
}

/** Whether the passkey can be found without a user name is the one thing worth asking; other inputs need conversions of their own. */
function extensions(members: Members): Pick<CreationOptions, 'extensions'> {
  if (members['extensions'] == null) return {};
  return { extensions: optional(membersOf(members['extensions'], 'extensions'), 'credProps', isFlag) };
}

function membersOf(value: unknown, name: string): Members {
  if (typeof value !== 'object' || value === null) throw malformed(name);
  return value as Members;
}

function required<Value>(members: Members, name: string, is: Is<Value>): Value {
  const value = members[name];
  if (!is(value)) throw malformed(name);
  return value;
}

function optional<Name extends string, Value>(members: Members, name: Name, is: Is<Value>) {
  const found = members[name] == null ? {} : { [name]: required(members, name, is) };
  return found as Readonly<Partial<Record<Name, Value>>>;
}

/** One of a few words; another one is left out, as newer browsers do (Level 3, section 2.1.1) and older ones throw. */
function word<Name extends string, Word extends string>(members: Members, name: Name, words: readonly Word[]) {
  const { [name]: found } = optional(members, name, isText);
  const known = words.find((one) => one === found);
  return (known ? { [name]: known } : {}) as Readonly<Partial<Record<Name, Word>>>;
}

/** Names the member; its value is the service's and may be the user's. */
const malformed = (name: string) => new PasskeyError('malformed-options', `The service's "${name}" is not WebAuthn's`);

const isText: Is<string> = (value) => typeof value === 'string';
const isFlag: Is<boolean> = (value) => typeof value === 'boolean';
const isNumber: Is<number> = (value): value is number => Number.isSafeInteger(value);
const isDuration: Is<number> = (value): value is number => isNumber(value) && value >= 0;
const isList: Is<readonly unknown[]> = (value) => Array.isArray(value);
const isTexts: Is<string[]> = (value): value is string[] => Array.isArray(value) && value.every((one) => isText(one));
const isKeyType: Is<'public-key'> = (value) => value === 'public-key';
