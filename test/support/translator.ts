/** What Google Translate does to a page. */

/** Every text that a translator takes, shadow roots included. */
function* texts(root: Node): Generator<Text> {
  for (const node of [...root.childNodes]) {
    if (node instanceof Text && node.data.trim()) yield node;
    if (!(node instanceof Element) || node.getAttribute('translate') === 'no' || node.matches('script, style'))
      continue;
    yield* texts(node);
    if (node.shadowRoot) yield* texts(node.shadowRoot);
  }
}

/**
 * Every text gives way to another inside two font elements. Here the other text is the same, so that whatever is read afterwards has to
 * be right, and a text that was left behind shows.
 */
export function translate(root: Node): void {
  for (const text of texts(root)) {
    if (text.parentElement?.localName === 'font') continue;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    outer.style.verticalAlign = inner.style.verticalAlign = 'inherit';
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  }
}
