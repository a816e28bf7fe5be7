/** `npm run docs`: fills README.md between its markers, tables from the manifest and recipes from the hosts that the tests drive. */
import { readFile, writeFile } from 'node:fs/promises';
import type { ClassField, ClassMember, CustomElementDeclaration } from 'custom-elements-manifest';
import { figureRows } from './figures-table.js';
import { makeManifest } from './manifest.js';

type Row = readonly string[];

/** A line feed would end the row, and a bar the cell. */
const cell = (text = ''): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
const code = (text: string): string => `\`${text}\``;

const table = (head: Row, rows: readonly Row[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** The words that an attribute is a choice of, the default first, else its default. */
function values(type = '', fallback = ''): string {
  const words = [...type.matchAll(/'([^']+)'/g)].map(([, word]) => code(word!));
  if (words.length) return [...(fallback ? [] : ['none']), ...words].join(', ');
  return fallback === "''" ? '' : fallback;
}

const isField = (member: ClassMember): member is ClassField => member.kind === 'field';
const hasAttribute = (field: ClassField): boolean => 'attribute' in field;

function signature(member: ClassMember): string {
  if (member.kind !== 'method') return member.name;
  const names = (member.parameters ?? []).map(({ name }) => name.replace(/ = \w+/g, ''));
  return `${member.name}(${names.join(', ')})`;
}

const named = (items: readonly { name: string; description?: string }[] = []): Row[] =>
  items.map(({ name, description = '' }) => [code(name), description]);

/** By the names of their markers. */
const tables: Readonly<Record<string, (element: CustomElementDeclaration) => string>> = {
  attributes: ({ attributes = [] }) =>
    table(
      ['attribute', 'property', 'values, the default first', 'what for'],
      attributes.map(({ name, fieldName = '', type, default: fallback, description = '' }) => [
        ...[code(name), code(fieldName), values(type?.text, fallback), description],
      ]),
    ),
  properties: ({ members = [] }) =>
    table(['property', 'what for'], named(members.filter(isField).filter((field) => !hasAttribute(field)))),
  methods: ({ members = [] }) =>
    table(
      ['method', 'what it does'],
      members
        .filter(({ kind }) => kind === 'method')
        .map((method) => [code(signature(method)), method.description ?? '']),
    ),
  events: ({ events = [] }) => table(['event', 'when, and its detail'], named(events)),
  slots: ({ slots = [] }) => table(['slot', 'where'], named(slots)),
  parts: ({ cssParts = [] }) => table(['part', 'what it is'], named(cssParts)),
  'custom-properties': ({ cssProperties = [] }) =>
    table(
      ['custom property', 'default', 'for'],
      cssProperties.map(({ name, default: value = '', description = '' }) => [code(name), code(value), description]),
    ),
};

const fence = (file: string, text: string): string => `\`\`\`${file.split('.').pop()}\n${text}\n\`\`\``;

/** What stands between `#region recipe` and `#endregion`, with the indentation of its first line taken away. */
async function recipe(file: string): Promise<string> {
  const text = await readFile(file, 'utf8');
  const regions = [...text.matchAll(/^.*#region recipe.*\n([^]*?)\n.*#endregion/gm)].map(([, lines]) => {
    const indent = /^ */.exec(lines!)![0];
    return lines!.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
  });
  if (!regions.length) throw new Error(`${file} has no region "recipe".`);
  return fence(file, regions.join('\n\n'));
}

const figures = (): string => table(['what', 'figure', 'command', 'recorded'], figureRows());

/** The markers' names in a text: `api:events`, `recipe:` and a file, or `figures`. */
export const markers = (text: string): string[] =>
  [...text.matchAll(/^<!-- ((?:api|recipe):\S+|figures) -->$/gm)].map(([, name]) => name!);

export const tableNames = Object.keys(tables);

/** What belongs between a marker and its end. */
async function contentOf(marker: string, element: CustomElementDeclaration): Promise<string> {
  const [kind, name = ''] = marker.split(/:(.*)/);
  if (kind === 'figures') return figures();
  if (kind === 'recipe') return recipe(name);
  const write = tables[name];
  if (!write) throw new Error(`There is no table ${name}.`);
  return write(element);
}

/** The README as it should be. */
export async function filled(text: string): Promise<string> {
  const element = (await makeManifest()).modules[0]!.declarations![0] as CustomElementDeclaration;
  let result = text;
  for (const marker of markers(text)) {
    const content = await contentOf(marker, element);
    const [begin, end] = [`<!-- ${marker} -->`, `<!-- /${marker} -->`];
    const before = result.indexOf(begin) + begin.length;
    const after = result.indexOf(end);
    if (after < before) throw new Error(`README.md has no ${end}.`);
    result = `${result.slice(0, before)}\n\n${content}\n\n${result.slice(after)}`;
  }
  return result;
}

if (process.argv[1]?.endsWith('docs.ts'))
  await writeFile('README.md', await filled(await readFile('README.md', 'utf8')));
