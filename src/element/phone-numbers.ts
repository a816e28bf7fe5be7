import { latinDigits } from '../flow/latin-digits.js';
import { isE164 } from '../flow/read-address.js';

type Library = typeof import('./phone-library.js');

/** Reads phone numbers, however they are written: with the library, a chunk of its own that is loaded where numbers are asked for. */
export class PhoneNumbers {
  readonly #import: () => Promise<Library>;
  readonly #languages: () => readonly string[];
  #library: Library | null = null;

  constructor(
    load: () => Promise<Library> = () => import('./phone-library.js'),
    languages: () => readonly string[] = () => navigator.languages,
  ) {
    this.#import = load;
    this.#languages = languages;
  }

  /** Never rejects: without the chunk `read` goes by the plain rules, and the next call tries again. */
  async load(): Promise<void> {
    this.#library ??= await this.#import().catch(() => null);
  }

  /**
   * @param text as typed or pasted: national, international, a `tel:` address, in any script's digits
   * @param country where a national number is at home, as ISO 3166-1 alpha-2; the region of the browser's language where it is
   *   left out or unknown
   * @returns E.164; the text unchanged where it is no number, or could be two
   */
  read(text: string, country?: string | null): string {
    const number = tidy(text);
    return this.#library?.readNumber(number, country, this.#languages()) ?? readPlainly(number) ?? text;
  }
}

/** Pasted text comes with marks of direction, which nobody sees, and a page's link with its scheme. */
const tidy = (text: string): string =>
  latinDigits(text)
    .replace(/\p{Cf}/gu, '')
    .replaceAll('\uFF0B', '+')
    .trim()
    .replace(/^tel:/i, '');

/**
 * What holds in every country: separators say nothing, `00` is a plus sign, unless a 1 follows, which in East Asia and Australia
 * still belongs to it. `(0)` is not read, since not every country drops it.
 */
function readPlainly(text: string): string | null {
  const international = text.replace(/^00(?=[2-9])/, '+').replace('(0)', '?');
  const number = international.replace(/[\s\p{Pd}()./]/gu, '');
  return isE164(number) ? number : null;
}
