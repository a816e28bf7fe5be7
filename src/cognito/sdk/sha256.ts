/** Stands in the place of `@aws-crypto/sha256-js`. The SDK hashes in one go, so the platform's own, which answers later, cannot. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** SHA-256, or HMAC with it where there is a secret. */
export class Sha256 {
  readonly #hash: { update(data: Uint8Array): unknown; digest(): Uint8Array };

  constructor(secret?: Uint8Array) {
    this.#hash = secret ? hmac.create(sha256, secret) : sha256.create();
  }

  update(data: string | Uint8Array): void {
    this.#hash.update(typeof data === 'string' ? new TextEncoder().encode(data) : data);
  }

  digestSync(): Uint8Array {
    return this.#hash.digest();
  }
}
