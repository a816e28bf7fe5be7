/**
 * Reads phone numbers with Google's metadata. A chunk of its own, which holds what is used of the library: two thirds of its code, and
 * the metadata without what numbers are formatted by (.ci/build/phone-metadata.mjs).
 */
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min/es6';
import { isE164 } from '../flow/read-address.js';

/** To write a number out would take metadata that is not in the chunk. */
type Parsed = Pick<
  NonNullable<ReturnType<typeof parsePhoneNumberFromString>>,
  'number' | 'isValid' | 'isPossible' | 'countryCallingCode'
>;

/**
 * The reading that is valid, or else the one whose length is possible, since new ranges are given out before the metadata has them.
 * Where there are two, a wrong number is worse than none.
 * @param country where a national number is at home; else the region of the first of the languages that has one
 */
export function readNumber(
  text: string,
  country: string | null | undefined,
  languages: readonly string[],
): string | null {
  const parsed = readings(text, home(country, languages));
  const choices = [parsed.filter((one) => one.isValid()), parsed.filter((one) => one.isPossible())];
  const found = choices
    .map((choice) => new Set(choice.map((one) => String(one.number)).filter(isE164)))
    .find(({ size }) => size > 0);
  return found?.size === 1 ? [...found][0]! : null;
}

function home(given: string | null | undefined, languages: readonly string[]): CountryCode | undefined {
  const candidates = [given?.trim().toUpperCase(), ...languages.map((tag) => regionOf(tag))];
  return candidates.find((one): one is CountryCode => Boolean(one && isSupportedCountry(one)));
}

/** `de` is spoken in DE before all, `es-419` in no country. */
function regionOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().region;
  } catch {
    return undefined; // a tag such as `C`, of a server's locale, is none
  }
}

/**
 * A country's own code may stand without its plus sign, and many write `00` even where it is not their country's way out. In
 * Australia that is `0011`, and no number of the +1 countries goes on with a 1.
 */
function readings(text: string, country?: CountryCode): Parsed[] {
  const options = { extract: false, ...(country && { defaultCountry: country }) };
  const asItStands: Parsed | undefined = parsePhoneNumberFromString(text, options);
  const code = asItStands && String(asItStands.countryCallingCode);
  const candidates = [code && text.startsWith(code) && `+${text}`, /^00(?!11)/.test(text) && `+${text.slice(2)}`];
  const others = candidates.map((candidate) =>
    candidate ? parsePhoneNumberFromString(candidate, options) : undefined,
  );
  return [asItStands, ...others].filter((one) => one !== undefined);
}
