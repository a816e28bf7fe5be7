/** RFC 4648, section 5, without padding, as WebAuthn's JSON has it. */
export const isBase64url = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]+$/.test(value) && value.length % 4 !== 1;

export function toBase64url(buffer: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @param text one that `isBase64url` */
export function fromBase64url(text: string): ArrayBuffer {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0)).buffer;
}
