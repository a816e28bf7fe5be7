import { latinDigits } from './latin-digits.js';

const gapsBetweenDigits = /(\d)[\s\p{Pd}\p{Cf}]+(?=\d)/gu;

/**
 * Finds the code in what a person typed or pasted, "Your code is 123 456" included. Codes are not always six digits: eight were
 * seen from a real pool, so four to ten are taken. A message for WebOTP says its code twice, and counts once.
 * @returns the digits with their leading zeros, or null when there is none or more than one candidate
 */
export function readCode(text: string): string | null {
  const joined = latinDigits(text).replace(gapsBetweenDigits, '$1');
  const candidates = (joined.match(/\d+/g) ?? []).filter(({ length }) => length >= 4 && length <= 10);
  return new Set(candidates).size === 1 ? candidates[0]! : null;
}
