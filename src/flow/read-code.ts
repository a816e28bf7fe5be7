const foreignDigits = /[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/g;
const gapsBetweenDigits = /(\d)[\s\p{Pd}\p{Cf}]+(?=\d)/gu;

/**
 * Finds the code in what a person typed or pasted, "Your code is 123 456" included. Codes are not always six digits: eight were
 * seen from a real pool, so four to ten are taken. A message for WebOTP says its code twice, and counts once.
 * @returns the digits with their leading zeros, or null when there is none or more than one candidate
 */
export function readCode(text: string): string | null {
  // Arabic-Indic, Persian and full-width digits carry their value in the last four bits of the code point.
  const latin = text.replace(foreignDigits, (digit) => String(digit.charCodeAt(0) & 0xf));
  const joined = latin.replace(gapsBetweenDigits, '$1');
  const candidates = (joined.match(/\d+/g) ?? []).filter(({ length }) => length >= 4 && length <= 10);
  return new Set(candidates).size === 1 ? candidates[0]! : null;
}
