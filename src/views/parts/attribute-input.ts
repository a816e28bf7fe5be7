import type { StandardAttribute } from '../../i18n/messages.js';

/** How a standard attribute is typed and filled in. */
interface AttributeInput {
  /** `text` unless told otherwise. */
  readonly type?: 'date' | 'tel';
  readonly inputmode?: 'email' | 'tel' | 'url';
  /** A token of the HTML standard's autofill section; `off` where it has none. */
  readonly autocomplete: string;
}

const inputs: Readonly<Record<StandardAttribute, AttributeInput>> = {
  address: { autocomplete: 'street-address' },
  birthdate: { type: 'date', autocomplete: 'bday' },
  // Not of type email, whose value Chromium rewrites (punycode).
  email: { inputmode: 'email', autocomplete: 'email' },
  family_name: { autocomplete: 'family-name' },
  gender: { autocomplete: 'sex' },
  given_name: { autocomplete: 'given-name' },
  locale: { autocomplete: 'language' },
  middle_name: { autocomplete: 'additional-name' },
  name: { autocomplete: 'name' },
  nickname: { autocomplete: 'nickname' },
  phone_number: { type: 'tel', autocomplete: 'tel' },
  picture: { inputmode: 'url', autocomplete: 'photo' },
  preferred_username: { autocomplete: 'off' },
  profile: { inputmode: 'url', autocomplete: 'url' },
  website: { inputmode: 'url', autocomplete: 'url' },
  zoneinfo: { autocomplete: 'off' },
};

const isStandard = (name: string): name is StandardAttribute => Object.hasOwn(inputs, name);

/** A pool's own attribute is any text. */
export const attributeInput = (name: string): AttributeInput =>
  isStandard(name) ? inputs[name] : { autocomplete: 'off' };
