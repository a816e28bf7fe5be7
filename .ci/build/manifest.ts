/** The custom elements manifest: what the class and its JSDoc say of the element, and the custom properties of styles/tokens.ts. */
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import type {
  Attribute,
  ClassMember,
  CssCustomProperty,
  CustomElementDeclaration,
  Package,
} from 'custom-elements-manifest';
import { tokens } from '../../src/styles/tokens.js';
import { wordsOfProperties } from './words.js';

const properties = 'src/element/login-properties.ts';

const isPublic = ({ name, privacy = 'public', ...rest }: ClassMember): boolean =>
  privacy === 'public' && !name.startsWith('#') && !rest.static;

/** In the package it does not matter which of our classes a member comes from. */
function own<Item extends object>(item: Item): Item {
  const { inheritedFrom: _, ...rest } = item as Item & { inheritedFrom?: unknown };
  return rest as Item;
}

/**
 * An attribute is a text, whatever else the property takes; its words are written out, the default first. One that the class does not
 * declare stands for the property of its name.
 */
function plainAttribute(attribute: Attribute, words: ReadonlyMap<string, readonly string[]>): Attribute {
  const { fieldName = attribute.name, default: first } = attribute;
  const quoted = words.get(fieldName)?.map((word) => `'${word}'`);
  const sorted = quoted?.sort((one, other) => Number(other === first) - Number(one === first));
  const text = sorted?.join(' | ') ?? attribute.type?.text.replace(' | undefined', '') ?? 'string';
  return own({ ...attribute, fieldName, type: { text } });
}

const cssProperties: readonly CssCustomProperty[] = Object.entries(tokens).map(([name, { light, dark, meaning }]) => ({
  name: `--cml-${name}`,
  description: meaning,
  default: dark && dark !== light ? `light-dark(${light}, ${dark})` : light,
}));

async function analyze(): Promise<CustomElementDeclaration> {
  const argv = ['analyze', '--config', '.ci/build/manifest.config.mjs'];
  const { modules } = await cli({ argv, noWrite: true });
  const found = modules.flatMap(({ declarations = [] }) => declarations).find((one) => 'tagName' in one && one.tagName);
  if (!found) throw new Error('The analyzer found no custom element.');
  return found as CustomElementDeclaration;
}

export async function makeManifest(): Promise<Package> {
  const { superclass: _, attributes = [], members = [], ...element } = await analyze();
  const words = wordsOfProperties(properties, 'LoginProperties');
  const path = 'dist/index.js';
  const declaration: CustomElementDeclaration = {
    ...element,
    attributes: attributes.map((attribute) => plainAttribute(attribute, words)),
    members: members.filter(isPublic).map(own),
    cssProperties: [...cssProperties],
  };
  const reference = { name: declaration.name, module: path };
  const exports = [
    { kind: 'js' as const, name: declaration.name, declaration: reference },
    { kind: 'custom-element-definition' as const, name: declaration.tagName!, declaration: reference },
  ];
  return {
    schemaVersion: '1.0.0',
    modules: [{ kind: 'javascript-module', path, declarations: [declaration], exports }],
  };
}
