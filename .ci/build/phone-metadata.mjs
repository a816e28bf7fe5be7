/**
 * Half of the phone library's metadata says how a number is written out. Here numbers are read and checked: that takes none of it, and
 * `npm run test:package` holds the readings with and without it against each other. The library's own generator of metadata leaves out
 * countries and kinds of numbers, but not this.
 */

const ofMetadata = /[\\/]libphonenumber-js[\\/]metadata\.min\.json\.js$/;

/** Of the list that is a numbering plan: `NumberingPlan` in the library's metadata.js, with the version that it was written for. */
const formats = { index: 4, version: 4 };

const withoutFormats = (plans) =>
  Object.fromEntries(
    Object.entries(plans).map(([name, plan]) => [
      name,
      plan.map((part, index) => (index === formats.index ? 0 : part)),
    ]),
  );

/** The text of the library's metadata as it goes into a bundle; undefined for any other module. */
export function trimPhoneMetadata(file, text) {
  if (!ofMetadata.test(file)) return undefined;
  const { version, countries, nonGeographic, ...rest } = JSON.parse(text.slice(text.indexOf('{')));
  if (version !== formats.version)
    throw new Error(`The phone library’s metadata is of version ${version}: see ${import.meta.url}`);
  const plans = { countries: withoutFormats(countries), nonGeographic: withoutFormats(nonGeographic) };
  return `export default ${JSON.stringify({ version, ...rest, ...plans })}`;
}
