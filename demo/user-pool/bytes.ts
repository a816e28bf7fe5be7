/** Byte strings in the notations of the wire: UTF-8, hexadecimal and base64. */

export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

export const utf8 = (text: string): Bytes => encoder.encode(text);

export const toHex = (bytes: Bytes): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Reads the bytes as an unsigned number, most significant byte first. */
export const toBigInt = (bytes: Bytes): bigint => BigInt(`0x0${toHex(bytes)}`);

export const toBase64 = (bytes: Bytes): string => btoa(String.fromCharCode(...bytes));

/** Throws the platform's InvalidCharacterError where the text is no base64. */
export const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

export function concat(...parts: readonly Bytes[]): Bytes {
  const joined = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
