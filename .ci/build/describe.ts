/** The last part of `npm run build`: what stands beside the modules in dist for editors, compilers and pages. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { CustomElementDeclaration } from 'custom-elements-manifest';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { makeManifest } from './manifest.js';
import { addNotices } from './notices.js';
import { makeBom } from './sbom.js';
import { reactTypes, vueTypes } from './typings.js';

const write = (name: string, content: string | object): Promise<void> =>
  writeFile(`dist/${name}`, typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);

/** For the `integrity` of a script tag: whoever serves the file cannot give the page another. */
async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha384').update(await readFile(file));
  return `sha384-${hash.digest('base64')}`;
}

const manifest = await makeManifest();
const element = manifest.modules[0]!.declarations![0] as CustomElementDeclaration;
await write('custom-elements.json', manifest);
await write('react.d.ts', reactTypes(element));
await write('vue.d.ts', vueTypes(element));
// The same schema; the generator declares it without `exactOptionalPropertyTypes`.
generateVsCodeCustomElementData(manifest as Parameters<typeof generateVsCodeCustomElementData>[0], {
  ...{ outdir: 'dist', htmlFileName: 'html-data.json', cssFileName: 'css-data.json', hideLogs: true },
});
const singleFile = 'cognito-mfa-login.js';
await write('cdn/integrity.json', { [singleFile]: await integrityOf(`dist/cdn/${singleFile}`) });
for (const folder of ['dist', 'dist/cdn']) await addNotices(`${folder}/THIRD-PARTY-LICENSES.md`);
await write('sbom.cdx.json', await makeBom());
