/** Stands in the place of the package `buffer`, 4.9.2 of which reads a `global` that browsers do not have. */

type Encoding = 'utf8' | 'hex' | 'base64';

const toBinary = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

const decoders: Readonly<Record<Encoding, (text: string) => ArrayLike<number>>> = {
  utf8: (text) => new TextEncoder().encode(text),
  hex: (text) => (text.match(/../g) ?? []).map((pair) => parseInt(pair, 16)),
  // The parts of a JWT are base64url, without padding.
  base64: (text) =>
    Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0)),
};

const encoders: Readonly<Record<Encoding, (bytes: Uint8Array) => string>> = {
  utf8: (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  hex: (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  base64: (bytes) => btoa(toBinary(bytes)),
};

class Bytes extends Uint8Array {
  override toString(encoding: Encoding = 'utf8'): string {
    return encoders[encoding](this);
  }
}

/** As much of Node's Buffer as the SDK uses. */
export const Buffer = {
  /**
   * @param encoding of a text
   * @throws DOMException when a text is no base64
   */
  from: (value: string | ArrayLike<number>, encoding: Encoding = 'utf8'): Bytes =>
    new Bytes(typeof value === 'string' ? decoders[encoding](value) : value),

  concat: (parts: readonly Uint8Array[]): Bytes => new Bytes(parts.flatMap((part) => [...part])),
};
