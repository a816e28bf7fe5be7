import type {
  CompleteWebAuthnRegistrationRequest,
  DeleteWebAuthnCredentialRequest,
  ListWebAuthnCredentialsRequest,
  StartWebAuthnRegistrationRequest,
  WebAuthnCredentialDescription,
} from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError } from '../errors.js';
import { read } from '../parameters.js';
import type { Passkey } from '../passkeys.js';
import type { Operation } from '../pool.js';
import { creationOptions, register } from '../webauthn.js';

const authorized = { AccessToken: 'string, required' } as const;

export const startWebAuthnRegistration: Operation = async (input, call) => {
  const { AccessToken = '' } = read<StartWebAuthnRegistrationRequest>(input, authorized);
  const { user } = await call.pool.tokens.authorize(AccessToken);
  const options = await creationOptions(call, user);
  call.pool.passkeys.expect(user, options.challenge);
  return { CredentialCreationOptions: options };
};

export const completeWebAuthnRegistration: Operation = async (input, call) => {
  const { AccessToken = '', Credential } = read<CompleteWebAuthnRegistrationRequest>(input, authorized);
  const { user } = await call.pool.tokens.authorize(AccessToken);
  await register(call, user, Credential);
  return {};
};

const describe = (passkey: Passkey): Record<keyof WebAuthnCredentialDescription, unknown> => ({
  CredentialId: passkey.id,
  FriendlyCredentialName: 'Passkey',
  RelyingPartyId: passkey.relyingPartyId,
  AuthenticatorAttachment: passkey.attachment,
  AuthenticatorTransports: passkey.transports,
  CreatedAt: passkey.createdAt / 1000, // the wire has seconds
});

/** All of them: the pool has no second page. */
export const listWebAuthnCredentials: Operation = async (input, { pool }) => {
  const { AccessToken = '' } = read<ListWebAuthnCredentialsRequest>(input, authorized);
  const { user } = await pool.tokens.authorize(AccessToken);
  return { Credentials: pool.passkeys.of(user).map(describe) };
};

export const deleteWebAuthnCredential: Operation = async (input, { pool }) => {
  const request = read<DeleteWebAuthnCredentialRequest>(input, { ...authorized, CredentialId: 'string, required' });
  const { user } = await pool.tokens.authorize(request.AccessToken ?? '');
  if (!pool.passkeys.remove(user, request.CredentialId ?? ''))
    throw new CognitoError('ResourceNotFoundException', 'The credential does not exist.');
  return {};
};
