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
