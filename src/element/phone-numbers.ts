import { latinDigits } from '../flow/latin-digits.js';
import { isE164 } from '../flow/read-address.js';
import type { CountryCode } from './phone-library.js';

type Library = typeof import('./phone-library.js');

/** Reads phone numbers, however they are written, with Google's metadata: a chunk of its own, loaded where numbers are asked for. */
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
    const read = this.#library && readWith(this.#library, number, this.#home(this.#library, country));
    return read ?? readPlainly(number) ?? text;
  }

  #home({ isSupportedCountry }: Library, given: string | null | undefined): CountryCode | undefined {
    const candidates = [given?.trim().toUpperCase(), ...this.#languages().map((tag) => regionOf(tag))];
    return candidates.find((one): one is CountryCode => Boolean(one && isSupportedCountry(one)));
  }
}

/** `de` is spoken in DE before all, `es-419` in no country. */
function regionOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().region;
  } catch {
    return undefined; // a tag such as `C`, of a server's locale, is none
  }
}

/** Pasted text comes with marks of direction, which nobody sees, and a page's link with its scheme. */
const tidy = (text: string): string =>
  latinDigits(text)
    .replace(/\p{Cf}/gu, '')
    .replaceAll('\uFF0B', '+')
    .trim()
    .replace(/^tel:/i, '');

/** To write a number out would take metadata that is not in the chunk. */
type Parsed = Pick<
  NonNullable<ReturnType<Library['parsePhoneNumberFromString']>>,
  'number' | 'isValid' | 'isPossible' | 'countryCallingCode'
>;

/**
 * The reading that is valid, or else the one whose length is possible, since new ranges are given out before the metadata has them.
 * Where there are two, a wrong number is worse than none.
 */
function readWith(library: Library, text: string, country?: CountryCode): string | null {
  const parsed = readings(library, text, country);
  const choices = [parsed.filter((one) => one.isValid()), parsed.filter((one) => one.isPossible())];
  const found = choices
    .map((choice) => new Set(choice.map((one) => String(one.number)).filter(isE164)))
    .find(({ size }) => size > 0);
  return found?.size === 1 ? [...found][0]! : null;
}

/**
 * A country's own code may stand without its plus sign, and many write `00` even where it is not their country's way out. In
 * Australia that is `0011`, and no number of the +1 countries goes on with a 1.
 */
function readings({ parsePhoneNumberFromString }: Library, text: string, country?: CountryCode): Parsed[] {
  const options = { extract: false, ...(country && { defaultCountry: country }) };
  const asItStands: Parsed | undefined = parsePhoneNumberFromString(text, options);
  const code = asItStands && String(asItStands.countryCallingCode);
  const candidates = [code && text.startsWith(code) && `+${text}`, /^00(?!11)/.test(text) && `+${text.slice(2)}`];
  const others = candidates.map((candidate) =>
    candidate ? parsePhoneNumberFromString(candidate, options) : undefined,
  );
  return [asItStands, ...others].filter((one) => one !== undefined);
}

/**
 * What holds in every country: separators say nothing, `00` is a plus sign, unless a 1 follows, which in East Asia and Australia
 * still belongs to it. `(0)` is not read, since not every country drops it.
 */
function readPlainly(text: string): string | null {
  const international = text.replace(/^00(?=[2-9])/, '+').replace('(0)', '?');
  const number = international.replace(/[\s\p{Pd}()./]/gu, '');
  return isE164(number) ? number : null;
}
