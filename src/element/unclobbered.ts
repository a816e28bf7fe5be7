/**
 * A property as the browser defines it. In a document and in a form, elements come before properties of their name, so that
 * `<img name="activeElement">` stands in the place of the document's own:
 * https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
 */
export const unclobbered = <Type extends object, Name extends keyof Type>(
  type: { readonly prototype: Type },
  name: Name,
  object: Type,
): Type[Name] => Reflect.get(type.prototype, name, object) as Type[Name];
