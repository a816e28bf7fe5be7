import '../../src/index.js';

/** Where the element is served, in as few requests as a test has it: for a page of its own, which test/support/page.html is. */
export const address = import.meta.url;
