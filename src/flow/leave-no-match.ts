/**
 * Has the platform forget the last text that a regular expression matched: until the next match any script of the page reads it from
 * `RegExp.input` (the legacy static properties of RegExp), and a code, a password or a token may have been that text. Asked for in a way
 * that no bundler knows: Rollup holds `/^/.test('')` for a call without effect, and leaves it out.
 */
export const leaveNoMatch = (): boolean => Reflect.apply(RegExp.prototype.test, /^/, ['']);
