/** What the element may be in, beside a plain page. */
const make = (tag: string, html: string): HTMLElement => {
  const made = document.createElement(tag);
  made.innerHTML = html;
  document.querySelector('#place')!.append(made);
  return made;
};

const countSubmissions = (form: HTMLFormElement, prevent: boolean): void =>
  form.addEventListener('submit', (event) => {
    if (prevent) event.preventDefault();
    globalThis.submissions++;
  });

export const places: Readonly<Record<string, () => Element>> = {
  /** A form of the page's own, with a default button. */
  form() {
    const form = make('form', '<label>Nickname <input name="nickname" value="Annie" /></label><button>Save</button>');
    countSubmissions(form as HTMLFormElement, true);
    return form;
  },
  /** A modal dialog, whose form closes it. */
  dialog() {
    const dialog = make('dialog', '<form method="dialog"><button>Close</button></form>') as HTMLDialogElement;
    const form = dialog.querySelector('form')!;
    countSubmissions(form, false);
    dialog.showModal();
    return form;
  },
};
