/** What the console makes of a value, and more: all that a person finds who unfolds it there. */
export function asText(value: unknown): string {
  if (value instanceof Error) {
    const { name, message, stack = '', cause } = value;
    return [`${name}: ${message}`, stack, fields(value), cause === undefined ? '' : asText(cause)].join(' ');
  }
  return typeof value === 'object' ? fields(value) : String(value);
}

function fields(value: object | null): string {
  try {
    return JSON.stringify(value);
  } catch {
    return String(value); // what leads back to itself
  }
}
