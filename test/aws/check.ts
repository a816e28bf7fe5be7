/**
 * Checks the templates of demo/aws: `npx tsx test/aws/check.ts`. One line for each rule; exits with 1 when one is broken.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  at,
  lostInCloudFormation,
  lostInTerraform,
  read,
  readCloudFormation,
  readTerraform,
  type Template,
} from './read.js';
import { report } from '../package/report.js';
import { cloudFormation, terraform, trust } from './settings.js';

const yaml = readCloudFormation(read('user-pool.yaml'));
const hcl = await readTerraform(read('user-pool.tf'));
const notes = read('README.md');

const resources = Object.fromEntries(
  Object.entries(yaml['Resources'] as Record<string, Template>).map(([name, { Properties }]) => [name, Properties]),
);

/** The settings that are not what the element relies on. */
const wrong = (template: unknown, expected: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(expected)
    .filter(([path, value]) => !isDeepStrictEqual(at(template, path), value))
    .map(([path, value]) => `${path} is ${JSON.stringify(at(template, path))}, not ${JSON.stringify(value)}`);

/** The name of the setting itself, which the notes have. */
const nameOf = (path: string, parts: number): string => path.split('.').filter((part) => !/^\d+$/.test(part))[parts]!;

const unexplained = (): string[] => {
  const names = [
    ...Object.keys(cloudFormation).map((path) => nameOf(path.replace('.Policies', ''), 1)),
    ...Object.keys(terraform).map((path) => nameOf(path, 2)),
  ].filter((name) => !/^(UserPoolId|user_pool_id)$/.test(name));
  return [...new Set(names)].filter((name) => !notes.includes(`\`${name}`));
};

/** Filled in, with six digits and a domain of 80 characters. */
const messageLength = (): string[] => {
  const text = String(at(resources, 'UserPool.SmsAuthenticationMessage.Fn::Sub'));
  const { length } = text.replace('${Domain}', 'd'.repeat(80)).replace('{####}', '123456');
  return length <= 140 ? [] : [`${length} characters`];
};

const externalId = (): string[] => {
  const policy = String(at(hcl, 'resource.aws_iam_role.sms.0.assume_role_policy'));
  const asks = /"sts:ExternalId"\s*=\s*"\$\{var\.name\}-sms"/.test(policy);
  return [
    ...wrong(resources, { [trust]: cloudFormation['UserPool.SmsConfiguration.ExternalId'] }),
    ...(asks ? [] : [`the role of user-pool.tf is assumed by ${policy}`]),
  ];
};

const outputs = (): string[] => {
  const html = [at(yaml, 'Outputs.Html.Value.Fn::Sub'), at(hcl, 'output.html.0.value')];
  const wanted = /^<cognito-mfa-login user-pool-id="\$\{[^}]+\}" client-id="\$\{[^}]+\}"><\/cognito-mfa-login>$/;
  const ids = [
    [at(yaml, 'Outputs.UserPoolId.Value'), { Ref: 'UserPool' }],
    [at(yaml, 'Outputs.ClientId.Value'), { Ref: 'Client' }],
    [at(hcl, 'output.user_pool_id.0.value'), '${aws_cognito_user_pool.users.id}'],
    [at(hcl, 'output.client_id.0.value'), '${aws_cognito_user_pool_client.page.id}'],
  ];
  return [
    ...html.filter((text) => !wanted.test(String(text))).map((text) => `the line of HTML is ${String(text)}`),
    ...ids.filter(([is, wanted]) => !isDeepStrictEqual(is, wanted)).map(([is]) => `an id is ${JSON.stringify(is)}`),
  ];
};

// That both files can be read is held by reading them.
await report('aws', {
  'every name in user-pool.yaml leads somewhere': () => lostInCloudFormation(yaml),
  'every name in user-pool.tf leads somewhere': () => lostInTerraform(hcl),
  'user-pool.yaml has what the element relies on': () => wrong(resources, cloudFormation),
  'user-pool.tf has what the element relies on': () => wrong(hcl['resource'], terraform),
  'the role asks for the external id that the pool gives': externalId,
  'the text message is no longer than the service takes': messageLength,
  'both tell the ids and the line of HTML': outputs,
  'each setting is explained': unexplained,
});
process.exit(); // the HCL parser's own thread goes on otherwise
