/** Direction marks and blanks of no width come along with an address that is pasted from a message or a contact, and nobody sees them. */
const unseen = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069]/g;

/** An e-mail address as it was typed or pasted, without what cannot be part of one. */
export const readEmail = (text: string): string => text.replace(unseen, '').trim();

/**
 * A gentle check: something on both sides of one `@`, a dot in the domain, no blanks. Whether the address exists only a message can
 * tell, so nothing that might be one is refused.
 */
export function isEmail(text: string): boolean {
  const [name, domain = '', ...more] = text.split('@');
  return Boolean(name) && domain.slice(1, -1).includes('.') && more.length === 0 && !/\s/.test(text);
}

/** ITU-T E.164: a plus sign and at most 15 digits; the shortest numbers in use with their country code have seven. */
export const isE164 = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);
