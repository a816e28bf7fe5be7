/** The phone library's metadata as it is bundled, against the whole: every country's numbers come to the same. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  type MetadataJson,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/core/es6';
import examples from 'libphonenumber-js/mobile/examples';
import whole from 'libphonenumber-js/min/metadata';
import { trimPhoneMetadata } from '../../.ci/build/phone-metadata.mjs';

async function bundled(): Promise<MetadataJson> {
  const file = fileURLToPath(import.meta.resolve('libphonenumber-js/min/metadata'));
  const text = trimPhoneMetadata(file, readFileSync(file, 'utf8')) ?? '';
  const module = (await import(`data:text/javascript,${encodeURIComponent(text)}`)) as {
    readonly default: MetadataJson;
  };
  return module.default;
}

/** Of every length that there is, in the country and with its code. */
function* digitsOf(code: string): Generator<string> {
  for (let length = 2; length <= 15; length++)
    for (let seed = 1n; seed <= 20n; seed++) {
      // Multiplied by the golden ratio, as a hash does: digits of every kind, the same ones each time.
      const digits = String((seed * 0x9e3779b97f4a7c15n) % 10n ** 15n)
        .padStart(15, '0')
        .slice(-length);
      yield digits;
      yield `+${code}${digits}`;
    }
}

/** The example number as people write it, and neighbours of it: a digit more, a digit less, another. */
function* writingsOf(country: CountryCode): Generator<string> {
  const example = getExampleNumber(country, examples, whole);
  if (!example) return;
  const digits = String(example.nationalNumber);
  yield* [example.formatNational(), example.formatInternational(), example.getURI(), example.number];
  yield* [
    digits,
    `0${digits}`,
    `8${digits}`,
    `1${digits}`,
    `00${example.number.slice(1)}`,
    `${example.number.slice(1)}`,
  ];
  yield* [
    `${digits}0`,
    digits.slice(1),
    digits.slice(0, -1),
    `${digits} ext. 5`,
    `+${example.countryCallingCode} (0) ${digits}`,
  ];
}

/** All that src/element/phone-library.ts takes of it. */
function read(text: string, country: CountryCode, metadata: MetadataJson): string {
  const found = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false }, metadata);
  return found ? [found.number, found.countryCallingCode, found.isValid(), found.isPossible()].join(' ') : 'none';
}

export async function differentReadings(): Promise<string[]> {
  const kept = await bundled();
  const found: string[] = [];
  for (const country of getCountries(whole)) {
    for (const text of [...writingsOf(country), ...digitsOf(getCountryCallingCode(country, whole))]) {
      const [now, before] = [read(text, country, kept), read(text, country, whole)];
      if (now !== before) found.push(`${country}, ${text}: ${now}, and ${before} with all of it`);
    }
  }
  const [size, wholeSize] = [kept, whole].map((one) => JSON.stringify(one).length);
  return size! < wholeSize! * 0.6 ? found : [...found, 'no metadata was taken out'];
}
