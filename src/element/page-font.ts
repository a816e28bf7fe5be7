/** What browsers give a page that sets no font: Chromium and Edge, Firefox, WebKit. */
const defaults = /^("?Times New Roman"?|"?Times"?|serif|-webkit-standard)$/i;

/** Whether the page leaves the font to the browser; the element then takes the system's, as a form in Times would look broken. */
export const isPlainPage = (element: Element): boolean => defaults.test(getComputedStyle(element).fontFamily);
