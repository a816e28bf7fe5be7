/**
 * The element's types for React and Vue. Names come from the manifest, types from the class. The generators there are give React
 * references of another type than its own, declare modules that an app has not installed, and leave Vue's events unchecked.
 */
import type { CustomElementDeclaration, Event } from 'custom-elements-manifest';

const head = '/** Generated from custom-elements.json. */\n';

const union = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(' | ');

const properties = ({ members = [] }: CustomElementDeclaration): string =>
  union(members.filter(({ kind }) => kind === 'field').map(({ name }) => name));

const doc = (description = ''): string => (description ? `  /** ${description.replace(/\s*\n\s*/g, ' ')} */\n` : '');

/** Those whose name is not a property's as well, which React sets where there is one. */
const attributes = ({ attributes = [] }: CustomElementDeclaration): string =>
  attributes
    .filter(({ name, fieldName }) => name !== fieldName)
    .map(({ name, type, description }) => {
      const text = type?.text === 'number' ? 'number | `${number}`' : type?.text;
      return `${doc(description)}  '${name}'?: ${text} | undefined;\n`;
    })
    .join('');

const events = ({ events = [] }: CustomElementDeclaration, spell: (name: string) => string): string =>
  events
    .map(
      ({ name, description }: Event) =>
        `${doc(description)}  ${spell(name)}?: ((event: LoginEventMap['${name}']) => void) | undefined;\n`,
    )
    .join('');

const typed = (element: CustomElementDeclaration, type: string): string =>
  `type LoginProperties = { [Name in ${properties(element)}]?: ${type} | undefined };\n`;

/** React 19 sets an element's properties, and listens to `on` and the event's name. */
export const reactTypes = (element: CustomElementDeclaration): string => `${head}
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ${element.name}, LoginEventMap } from './element.js';

${typed(element, `${element.name}[Name]`)}
interface LoginAttributes {
${attributes(element)}}

interface LoginEvents {
${events(element, (name) => `'on${name}'`)}}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      '${element.tagName}': DetailedHTMLProps<HTMLAttributes<${element.name}>, ${element.name}> & LoginProperties & LoginAttributes & LoginEvents;
    }
  }
}
`;

/** `login-step` as `LoginStep`. */
const inCapitals = (name: string): string => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/**
 * As Vue's guide types an element that is not Vue's ("Web Components and TypeScript"); a template spells names with
 * hyphens or without, and numbers also as an attribute's text.
 */
export const vueTypes = (element: CustomElementDeclaration): string => `${head}
import type { HTMLAttributes, PublicProps } from 'vue';
import type { ${element.name}, LoginEventMap } from './element.js';

type OrAsText<Type> = Type extends number ? Type | \`\${Type}\` : Type;
${typed(element, `OrAsText<${element.name}[Name]>`)}
interface LoginEvents {
${events(element, (name) => `on${inCapitals(name)}`)}}

declare module 'vue' {
  interface GlobalComponents {
    '${element.tagName}': new () => ${element.name} & { $props: HTMLAttributes & PublicProps & LoginProperties & LoginEvents };
  }
}
`;
