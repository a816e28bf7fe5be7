/**
 * A module of its own, so that the chunk holds what is used of the library: two thirds of its code, and the metadata without what
 * numbers are formatted by (.ci/build/phone-metadata.mjs).
 */
export { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min/es6';
export type { CountryCode } from 'libphonenumber-js/min/es6';
