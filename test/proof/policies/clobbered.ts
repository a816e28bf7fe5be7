/** Pages whose elements have the names of what a script may need, and with which the sign-in goes on as in any other. */

export interface ClobberedPage {
  readonly name: string;
  /** What stands on the page before the element; the element is put into `#inside`, where there is one. */
  readonly markup: string;
}

/** What a document has that is read in passing; an image of that name takes its place. */
const ofTheDocument = [
  ...['activeElement', 'adoptedStyleSheets', 'body', 'head', 'documentElement', 'defaultView', 'visibilityState'],
  ...['hidden', 'cookie', 'title', 'forms', 'getElementById', 'querySelector', 'querySelectorAll', 'contains'],
  ...['addEventListener', 'hasFocus', 'getRootNode', 'parentNode', 'nodeType', 'baseURI', 'domain', 'URL'],
];

/** Names without which no script makes an element; lit calls them for each template. */
export const beyondDefence = ['createElement', 'createComment', 'importNode'];

/** Of the window, which gives an element only where it has nothing else by that name. */
const ofTheWindow = [
  ...['fetch', 'crypto', 'localStorage', 'sessionStorage', 'customElements', 'navigator', 'trustedTypes', 'Promise'],
  ...['CognitoIdentityServiceProvider', 'global', 'process', 'Buffer', 'ShadyCSS', 'JSCompiler_renameProperty'],
];

/** Of a form, whose fields take the place of its properties and of its parents'. */
const ofAForm = [
  ...[
    'attributes',
    'parentNode',
    'parentElement',
    'assignedSlot',
    'getAttribute',
    'lang',
    'dir',
    'children',
    'nodeType',
  ],
  ...['querySelector', 'elements', 'submit', 'requestSubmit', 'method', 'action', 'append', 'remove', 'closest'],
  ...['getRootNode', 'contains', 'addEventListener', 'ownerDocument', 'shadowRoot', 'username', 'password', 'code'],
];

const fieldsNamed = (names: readonly string[]) => names.map((name) => `<input name="${name}">`).join('');

/** As they would be if they were counted. */
const ours = Array.from({ length: 40 }, (_, count) =>
  ['username', 'password', 'code', 'username-hint', 'password-hint'].map(
    (name) => `<input id="cognito-mfa-login-${count}-${name}"><i id="cml-${count}-${name}"></i>`,
  ),
).flat();

export const clobberedPages: readonly ClobberedPage[] = [
  ...ofTheDocument.map((name) => ({ name: `document.${name}`, markup: `<img name="${name}" alt="">` })),
  ...ofTheWindow.map((name) => ({ name: `window.${name}`, markup: `<a id="${name}"></a><a id="${name}"></a>` })),
  ...ofAForm.map((name) => ({
    name: `a form’s ${name}`,
    markup: `<form><input name="${name}"><p id="inside"></p></form>`,
  })),
  {
    name: 'a form with all of them',
    markup: `<form>${fieldsNamed(ofAForm)}<p id="inside"></p></form>`,
  },
  { name: 'ids like ours', markup: ours.join('') },
  { name: 'a slot’s and a part’s names', markup: '<i slot="fields" part="frame" class="cml" name="fields"></i>' },
];
