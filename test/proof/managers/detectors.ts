/**
 * Five ways in which password managers and browsers find the fields, each as simple as the ones in the wild. In slotted mode all
 * five must see user name and password in one form.
 */

export interface Found {
  readonly username: HTMLInputElement | undefined;
  readonly secret: HTMLInputElement | undefined;
}

/** What a step asks for, by its autocomplete token. */
export type Asked = 'current-password' | 'new-password' | 'one-time-code';
type Detector = (asked: Asked) => Found;

/** As written: Firefox's property is empty for a token that it does not know, `one-time-code` among them. */
const tokens = (input: HTMLInputElement): string[] => (input.getAttribute('autocomplete') ?? '').split(' ');

const isUsername = (input: HTMLInputElement): boolean =>
  input.type === 'text' && /user|mail|login/.test([input.name, ...tokens(input)].join(' '));

const isSecret =
  (token: Asked) =>
  (input: HTMLInputElement): boolean =>
    token === 'one-time-code' ? tokens(input).includes(token) : input.type === 'password';

function among(inputs: Iterable<Element>, token: Asked): Found {
  const all = [...inputs].filter((input) => input instanceof HTMLInputElement);
  return { username: all.find(isUsername), secret: all.find(isSecret(token)) };
}

export function* openRoots(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* openRoots(element.shadowRoot);
  }
}

function* walked(): Generator<Element> {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) yield walker.currentNode as Element;
}

export const detectors: Record<string, Detector> = {
  'a plain query, then the field’s form'(token) {
    const query = token === 'one-time-code' ? 'input[autocomplete=one-time-code]' : 'input[type=password]';
    const secret = document.querySelector<HTMLInputElement>(query) ?? undefined;
    return among(secret?.form?.querySelectorAll('input') ?? [], token);
  },
  'a walk through open shadow roots': (token) => among(openRoots(document.body), token),
  'a TreeWalker over the document': (token) => among(walked(), token),
  'the owner of every form field'(token) {
    const form = [...document.forms].find((candidate) => among(candidate.elements, token).secret);
    return among(form?.elements ?? [], token);
  },
  'the browser’s own fill, by autocomplete tokens'(token) {
    const byToken = (wanted: string) =>
      [...document.forms]
        .flatMap(({ elements }) => [...elements])
        .find((field) => field instanceof HTMLInputElement && tokens(field).includes(wanted));
    return { username: byToken('username') as HTMLInputElement, secret: byToken(token) as HTMLInputElement };
  },
};

/** How many find what the step asks for, with the user name and in one form. */
export const count = (asked: Asked): number =>
  Object.values(detectors).filter((detect) => {
    const { username, secret } = detect(asked);
    return username?.form && username.form === secret?.form && username.form.method === 'post';
  }).length;
