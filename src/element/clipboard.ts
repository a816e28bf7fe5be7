/**
 * Refused where a page has no permission for it, or no secure context: the text is then selected, to be copied by hand.
 * @param shown where the text stands
 */
export async function copyText(text: string, shown: Node): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(shown);
    return false;
  }
}
