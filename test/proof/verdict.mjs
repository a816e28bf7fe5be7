/** Whether what went wrong is a finding, or a machine that was too busy: then the command has no verdict, and may be tried once more. */

/** What was waited for in vain, and what the runner and the browsers say of themselves. */
const noVerdict = [
  /^Timeout\b|waitUntil timed out/, // @open-wc/testing
  /\bTimeout (of )?\d+ms exceeded/, // Mocha, Playwright
  /Target page, context or browser has been closed/, // Playwright, of a browser that has died
  /Browser tests did not (start after|finish within)|unable to create and start a test page|the browser disconnected/, // @web/test-runner
];

/** @param {readonly string[]} failures what went wrong, of which there is something */
export const isUndecided = (failures) =>
  failures.length > 0 && failures.every((text) => noVerdict.some((pattern) => pattern.test(text)));

/** A test that was not run, for what failed before it, has no error of its own. */
const failedIn = ({ tests = [], suites = [] }) => [
  ...tests.flatMap(({ passed, skipped, error }) => (passed || skipped || !error ? [] : [error.message ?? ''])),
  ...suites.flatMap(failedIn),
];

/** What went wrong in a file of tests. */
export const failuresOf = ({ passed, errors = [], testResults }) =>
  passed ? [] : [...errors.map(({ message }) => message ?? ''), ...(testResults ? failedIn(testResults) : [])];
