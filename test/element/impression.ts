import type { Person } from '../support/person.js';

/** What a person, a page and a screen reader can tell. Names alone differ, so they are taken out. */
export async function impression(person: Person, username: string) {
  const { element, focused } = person;
  const normal = (markup: string) =>
    markup
      .replace(/<!--.*?-->/gs, '')
      .replaceAll(username, '(name)')
      .replace(/\bcml-\d+-\d+/g, '(id)')
      .replace(/\s+/g, ' ');
  return {
    light: normal(element.outerHTML),
    shadow: normal(element.shadowRoot!.innerHTML),
    values: [...person.form.elements].map((field) => normal((field as HTMLInputElement).value)),
    spoken: normal(person.status),
    focused: focused?.getAttribute('name'),
    selected: focused instanceof HTMLInputElement && [focused.selectionStart, focused.selectionEnd],
    told: person.told.map(({ type, detail: { requestId, ...rest } }) => ({ type, rest, id: typeof requestId })),
    messages: await person.messages(),
  };
}
