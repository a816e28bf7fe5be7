/** The two templates as plain objects, and the names in them that lead nowhere. */
import { readFileSync } from 'node:fs';
import { parse as parseHcl } from '@cdktn/hcl2json';
import { parseDocument, type ScalarTag } from 'yaml';

const folder = new URL('../../demo/aws/', import.meta.url);

export const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

export type Template = Readonly<Record<string, unknown>>;

/** CloudFormation's short forms become what its JSON would have: `!Ref Client` is `{ Ref: 'Client' }`. */
const shortForm = (tag: string, name: string): ScalarTag => ({
  tag: `!${tag}`,
  resolve: (text: string) => ({ [name]: text }),
});
const customTags = [shortForm('Ref', 'Ref'), shortForm('GetAtt', 'Fn::GetAtt'), shortForm('Sub', 'Fn::Sub')];

/** @throws where it is no YAML, or has a tag that is none of these */
export function readCloudFormation(text: string): Template {
  const document = parseDocument(text, { customTags, prettyErrors: true });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) throw fault;
  return document.toJS() as Template;
}

/** By HashiCorp's own parser. A block is a list, an expression a text of the form `${…}`. @throws where it is no HCL */
export const readTerraform = async (text: string): Promise<Template> =>
  (await parseHcl('user-pool.tf', text)) as Template;

/** What stands at a path of names and places, such as `Resources.Client.Properties`; undefined where nothing does. */
export const at = (template: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Template | undefined)?.[name], template);

function* nodes(value: unknown): Iterable<unknown> {
  yield value;
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* nodes(part);
}

/** The names that a `Ref`, `Fn::GetAtt` or `Fn::Sub` asks for, AWS's own aside. */
function asked(node: unknown): string[] {
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Sub': text } = (node ?? {}) as Record<string, string | undefined>;
  const inText = [...(text ?? '').matchAll(/\$\{([^}]+)\}/g)].map(([, name]) => name!);
  return [Ref, attribute, ...inText]
    .filter((name) => name !== undefined && !name.startsWith('AWS::'))
    .map((name) => name!.split('.')[0]!);
}

export function lostInCloudFormation(template: Template): string[] {
  const known = { ...(template['Parameters'] as object), ...(template['Resources'] as object) };
  return [...nodes(template)].flatMap(asked).filter((name) => !Object.hasOwn(known, name));
}

/** What a Terraform reference begins with: a variable, a data source, or a resource. */
const reference = /\b(?:var\.\w+|data\.\w+\.\w+|aws_\w+\.\w+)/g;

const placeOf = (name: string): string =>
  name.startsWith('data.') ? name : name.replace(/^var\./, 'variable.').replace(/^aws_/, 'resource.aws_');

export const lostInTerraform = (template: Template): string[] =>
  [...nodes([template['resource'], template['output']])]
    .flatMap((node) => (typeof node === 'string' ? (node.match(reference) ?? []) : []))
    .filter((name) => at(template, placeOf(name)) === undefined);
