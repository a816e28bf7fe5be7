/** A module of its own, so that the chunk holds what is used of the library: two thirds of it. */
export { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
export type { CountryCode } from 'libphonenumber-js/min';
