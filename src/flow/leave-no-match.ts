/**
 * Has the platform forget the last text that a regular expression matched: until the next match any script of the page reads it from
 * `RegExp.input` (the legacy static properties of RegExp), and a code, a password or a token may have been that text.
 */
export const leaveNoMatch = (): boolean => /^/.test('');
