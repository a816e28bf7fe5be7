/** The element as it stands here, as a page or a framework's component would write it. */

export const frameworks = ['HTML', 'Angular', 'Vue', 'React'] as const;
export type Framework = (typeof frameworks)[number];

type Login = HTMLElement & {
  userPoolId: string;
  clientId: string;
  username: string;
  passwordPolicy?: { minLength?: number } | undefined;
};

interface Parts {
  /** As they stand in a tag, quoted; those of the framework's own kind among them. */
  readonly attributes: readonly string[];
  readonly children: readonly string[];
  /** Of the property `passwordPolicy`, as an object literal; empty where it is not set. */
  readonly policy: string;
}

const quoted = (text: string) => `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Text between tags. What would begin or end something in a template is written as an expression that gives it. */
const textIn: Readonly<Record<Framework, (text: string) => string>> = {
  HTML: escaped,
  // Its blocks begin with `@`: https://angular.dev/guide/templates/control-flow
  Angular: (text) => escaped(text).replace(/[{}@]/g, "{{ '$&' }}"),
  Vue: (text) => escaped(text).replace(/[{}]/g, "{{ '$&' }}"),
  React: (text) => escaped(text).replace(/[{}]/g, "{'$&'}"),
};

/** Inside a template literal. */
const literal = (text: string) => text.replace(/\\|`|\$\{/g, '\\$&');

/** Attributes with a place of their own in the text. */
const placed = new Set(['user-pool-id', 'client-id', 'style']);

const pair = (name: string, value: string) => `${name}=${quoted(value)}`;

/** React takes an object in place of the text, in whose type there are no custom properties. */
function styleOf(login: Login, framework: Framework): string[] {
  const style = login.getAttribute('style');
  if (!style) return [];
  if (framework !== 'React') return [pair('style', style)];
  const rules = [...login.style].map((name) => `'${name}': '${login.style.getPropertyValue(name).trim()}'`);
  return [`style={{ ${rules.join(', ')} } as CSSProperties}`];
}

function read(login: Login, endpoint: string | null, framework: Framework): Parts {
  const { userPoolId, clientId, username, passwordPolicy } = login;
  const own = [...login.attributes].filter(({ name }) => !placed.has(name)).map(({ name, value }) => pair(name, value));
  const slotted = [...login.querySelectorAll(':scope > span[slot]')];
  return {
    attributes: [
      ...[pair('user-pool-id', userPoolId), pair('client-id', clientId)],
      ...(endpoint ? [pair('endpoint', endpoint)] : []),
      ...own,
      ...(username ? [pair('username', username)] : []),
      ...styleOf(login, framework),
    ],
    children: slotted.map(({ slot, textContent }) => `<span slot="${slot}">${textIn[framework](textContent)}</span>`),
    policy: passwordPolicy ? `{ minLength: ${passwordPolicy.minLength} }` : '',
  };
}

function tag(attributes: readonly string[], children: readonly string[], indent = ''): string {
  const lines = ['<cognito-mfa-login', ...attributes.map((text) => `  ${text}`), '>'];
  const inside = children.map((child) => `  ${child}`);
  return [...lines, ...inside, '</cognito-mfa-login>'].map((line) => indent + line).join('\n');
}

/** After a sign-in, and where a reload finds the session of an earlier visit. */
const handler = (indent: string) =>
  ["if (detail.step !== 'signed-in') return;", 'const session = await target.getSession();']
    .map((line) => indent + line)
    .join('\n');

const typed = `import type { LoginEventMap } from 'cognito-mfa-login';`;

/** In a component's module. */
const follow = `async function follow({ detail, target }: LoginEventMap['login-step']) {
${handler('  ')}
}`;

/** In a module for React. */
const styled = `import type { CSSProperties } from 'react';\n`;
const isStyled = (attributes: readonly string[]) => attributes.some((text) => text.startsWith('style='));

const writers: Readonly<Record<Framework, (parts: Parts) => string>> = {
  HTML: ({ attributes, children, policy }) => `${tag(attributes, children)}
<script type="module">
  const login = document.querySelector('cognito-mfa-login');${policy && `\n  login.passwordPolicy = ${policy};`}
  login.addEventListener('login-step', async ({ detail, target }) => {
${handler('    ')}
  });
</script>
<script type="module" src="/node_modules/cognito-mfa-login/dist/cdn/cognito-mfa-login.js"></script>`,

  Angular: ({ attributes, children, policy }) => `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
${typed}
import 'cognito-mfa-login';

@Component({
  selector: 'app-sign-in',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
${literal(tag([...attributes, ...(policy && [`[passwordPolicy]="${policy}"`]), '(login-step)="follow($event)"'], children, '    '))}
  \`,
})
export class SignIn {
  async follow({ detail, target }: LoginEventMap['login-step']) {
${handler('    ')}
  }
}`,

  Vue: ({ attributes, children, policy }) => `<!-- In vite.config.ts:
  vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'cognito-mfa-login' } } })
-->
<script setup lang="ts">
${typed}
import type {} from 'cognito-mfa-login/vue';
import 'cognito-mfa-login';

${follow}
</script>

<template>
${tag([...attributes, ...(policy && [`.passwordPolicy="${policy}"`]), '@login-step="follow"'], children, '  ')}
</template>`,

  React: ({ attributes, children, policy }) => `${isStyled(attributes) ? styled : ''}${typed}
import type {} from 'cognito-mfa-login/react';
import 'cognito-mfa-login';

${follow}

export const SignIn = () => (
${tag([...attributes, ...(policy && [`passwordPolicy={${policy}}`]), 'onlogin-step={follow}'], children, '  ')}
);`,
};

/** @param endpoint the local pool's address; null where there is none to write down. A pool at AWS needs none */
export const snippet = (login: Login, endpoint: string | null, framework: Framework): string =>
  writers[framework](read(login, endpoint, framework));
