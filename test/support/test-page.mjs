/**
 * The page a test file runs in.
 *
 * The inline script mends two known faults of the runner: a failed assertion that holds a DOM node or a BigInt is handed to
 * structuredClone, which throws, and the whole run hangs without a message (modernweb-dev/web#2967, open-wc/open-wc#2880).
 * @param {string} framework address of the test framework's module
 * @param {object} settings what tests read from `globalThis.testSettings`
 */
export const testPage = (framework, settings) => `<!doctype html>
<html lang="en">
  <head>
    <title>Tests</title>
    <link rel="icon" href="data:," />
    <script>
      globalThis.testSettings = ${JSON.stringify(settings)};
      const original = globalThis.structuredClone;
      const readable = (key, value) => {
        if (value instanceof Node) return value.outerHTML ?? value.nodeName;
        return typeof value === 'bigint' ? String(value) : value;
      };
      globalThis.structuredClone = (value, options) => {
        try {
          return original(value, options);
        } catch {
          return JSON.parse(JSON.stringify(value, readable));
        }
      };
    </script>
  </head>
  <body>
    <script type="module" src="${framework}"></script>
  </body>
</html>`;
