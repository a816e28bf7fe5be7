/** The playground's code to copy, compiled as strictly as a new app does, against the built types. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'esbuild';
import type { Framework } from '../../../demo/playground/snippet.js';
import { wrongLines } from '../compile.js';
import { root } from '../sources.js';
import type { Site } from './site.js';

/** With something of every kind that the code can have. */
const login = `<cognito-mfa-login auth-flow="choice" session-minutes="5" theme="dark" passkeys="offer" lang="de" style="--cml-radius: 2px">
  <span slot="footer">Ask &lt;us&gt; at {a} \${b}.</span></cognito-mfa-login>`;
const properties = { userPoolId: 'local_Demo', clientId: 'demo', username: 'ann', passwordPolicy: { minLength: 10 } };

interface Made {
  snippet(login: Element, endpoint: string, framework: string): string;
}

/** What is left of Angular where it is not installed: its decorator takes anything. */
const angular = `declare module '@angular/core' {
  export const CUSTOM_ELEMENTS_SCHEMA: unknown;
  export function Component(options: { selector: string; schemas: unknown[]; template: string }): ClassDecorator;
}\n`;

const apps: readonly (readonly [framework: Framework, file: string, compiler: string])[] = [
  ['Angular', 'sign-in.ts', 'tsc'],
  ['Vue', 'SignIn.vue', 'vue-tsc'],
  ['React', 'sign-in.tsx', 'tsc'],
];

/** By framework, made in a browser as the playground does. */
async function write(browser: Browser, site: Site): Promise<Readonly<Record<string, string>>> {
  const options = { bundle: true, write: false, format: 'iife', globalName: 'playground' } as const;
  const { outputFiles } = await build({ ...options, entryPoints: [join(root, 'demo/playground/snippet.ts')] });
  const page = await browser.newPage();
  await page.goto(site.show(`${login}<script>${outputFiles[0]!.text}</script>`));
  const made = await page.evaluate(
    ([set, names]) => {
      const element = Object.assign(document.querySelector('cognito-mfa-login')!, set);
      const { snippet } = Reflect.get(window, 'playground') as Made;
      return names.map(
        (name) => [name, snippet(element, 'http://localhost:5173/user-pool/pools/demo/', name)] as const,
      );
    },
    [properties, apps.map(([framework]) => framework)] as const,
  );
  await page.close();
  return Object.fromEntries(made);
}

const tsconfig = (file: string) => ({
  extends: join(root, 'test/package/types/tsconfig.json'),
  compilerOptions: { experimentalDecorators: true },
  include: [file, 'angular.d.ts'],
});

/** Below the package, for it is found by its own name there. */
async function compile(text: string, file: string, compiler: string): Promise<string[]> {
  const cache = join(root, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'snippet-'));
  try {
    await writeFile(join(folder, file), text);
    await writeFile(join(folder, 'angular.d.ts'), angular);
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig(file)));
    return await wrongLines(join(root, 'node_modules/.bin', compiler), folder, file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function wrongSnippets(browser: Browser, site: Site): Promise<string[]> {
  const texts = await write(browser, site);
  const found = apps.map(async ([framework, file, compiler]) => {
    const wrong = await compile(texts[framework]!, file, compiler);
    return wrong.map((line) => `${framework}: ${line}`);
  });
  return (await Promise.all(found)).flat();
}
