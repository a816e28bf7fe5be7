/** Pages whose elements have the names of what a script may need, and with which the sign-in goes on as in any other. */
import { challenge, tokens } from '../../support/scripted-service.js';
import { stage, type Place, type Staged } from './stage.js';

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

const signIn: Place = {
  name: 'a sign-in with a code',
  script: () => [challenge('SMS_MFA', { CODE_DELIVERY_DESTINATION: '+********4114' }), tokens()],
  acts: () => [{ type: { username: 'ann', password: 'Blue-Lagoon-7' } }, { type: { code: '123456' } }],
  shown: false,
};

/** Labels that name another field than the one beside them. */
const strayLabels = ({ element }: Staged): string[] =>
  [...element.querySelectorAll('label')]
    .filter((label) => label.control !== label.parentElement!.querySelector('input'))
    .map(({ textContent }) => `the label "${textContent}" belongs to another field`);

/** By this name while no element has it. */
const page = document.body;

/** @returns what went wrong */
export async function tryPage({ name, markup }: ClobberedPage): Promise<string[]> {
  const place = document.createElement('div');
  place.innerHTML = markup;
  page.prepend(place);
  try {
    const into = place.querySelector('#inside') ?? place;
    const first = await stage({ name: 'the first step', shown: false }, '', into);
    const problems = strayLabels(first);
    first.element.remove();
    const { element, told } = await stage(signIn, '', into);
    const steps = told.filter((detail) => detail.includes('"step"')).length;
    if (!told.some((detail) => detail.includes('"username":"ann"'))) problems.push(`no success: ${told.join()}`);
    if (steps !== 2) problems.push(`${steps} steps in place of 2`);
    element.remove();
    return problems.map((problem) => `${name}: ${problem}`);
  } catch (error) {
    return [`${name}: ${String(error)}`];
  } finally {
    place.remove();
  }
}
