import type { Messages } from '../../i18n/messages.js';

/** An attribute's field in the form. */
export const attributeField = (name: string): string => `attribute-${name}`;

/** A pool's own attribute goes by its own name, unless the page has another. */
export const attributeLabel = (name: string, { attributes }: Messages): string =>
  (Object.hasOwn(attributes, name) && attributes[name as keyof typeof attributes]) || name.replace(/^custom:/, '');
