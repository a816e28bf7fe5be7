/** What kind of JSON value something is. */
import type { Input } from './pool.js';

export const isText = (value: unknown): value is string => typeof value === 'string';

/** An object, and no list. */
export function isInput(value: unknown): value is Input {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const isListOfTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

export const isMapOfTexts = (value: unknown): value is Record<string, string> =>
  isInput(value) && Object.values(value).every(isText);
