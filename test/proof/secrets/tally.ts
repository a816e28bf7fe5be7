/** What the proof of secrets has looked for so far, for its closing line. */
import { tellFigure } from '../figure.js';

/**
 * `checks`: secrets times the places that each was looked for in. `found`: where none was to be. `in its own place`: where one has to be,
 * such as the tokens of whoever is signed in; these are no checks.
 */
export const tally = { checks: 0, found: 0, 'in its own place': 0 };

after(() => tellFigure('secrets', tally));
