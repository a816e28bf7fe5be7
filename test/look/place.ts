/** A page around the element whose CSS is the test's own. */
const sheets: CSSStyleSheet[] = [];

/** Adds rules to the page until the test is over. */
export function pageCss(rules: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  sheets.push(sheet);
  // Before the element's own, as the sheet of any page is: what is adopted later would win a draw.
  document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
}

afterEach(() => {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  sheets.length = 0;
  document.documentElement.removeAttribute('style');
  document.body.removeAttribute('style');
});

/** A colour as the browser writes it, for comparing with computed ones. */
export function rgb(colour: string): string {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.setProperty('color', colour, 'important');
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
