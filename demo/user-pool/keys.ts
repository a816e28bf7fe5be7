import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

export interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  /** As the JWKS shows it. */
  jwk: JWK;
}

let shared: Promise<SigningKey> | undefined;

/** One key for all pools of a process or page: making an RSA key takes up to a second. */
export const signingKey = (): Promise<SigningKey> => (shared ??= generate());

async function generate(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { kid, privateKey, publicKey, jwk: { ...jwk, kid, alg: 'RS256', use: 'sig' } };
}

export const jwks = async () => ({ keys: [(await signingKey()).jwk] });
