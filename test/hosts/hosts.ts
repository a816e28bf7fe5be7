/** Each host: how it is built and served, and what is checked on which of its pages. */
import { join } from 'node:path';
import { checkBefore, checkGuard, checkIntegrity, checkLinks, checkShadow } from './own-pages.js';
import { checkHome, checkSettings, checkTwice } from './pages.js';
import { type Served, serveByCommand, serveFolder } from './serve.js';
import { type Check, signInAndOut } from './steps.js';
import type { Visit } from './visit.js';

type PageCheck = (visit: Visit, check: Check) => Promise<void>;

export interface Variant {
  readonly name: string;
  readonly development?: boolean;
  /** The command that makes it, in the host's folder. */
  readonly build?: readonly [string, ...string[]];
  serve(folder: string, pools: string): Promise<Served>;
  /** By the page's address. */
  readonly pages: Readonly<Record<string, PageCheck>>;
}

const common = { '/': checkHome(false), '/settings': checkSettings, '/twice': checkTwice };

// Plain pages take the very element away and put it back.
const inPlain = { '/': checkHome(true), '/settings.html': checkSettings, '/twice.html': checkTwice };
const inVue = { ...common, '/?links': checkLinks, '/kept': checkHome(true), '/headless': signInAndOut };
const inAngular = { ...common, '/shadow': checkShadow, '/members': checkGuard, '/headless': signInAndOut };

const built =
  (...path: string[]) =>
  (folder: string) =>
    serveFolder(join(folder, ...path));
const developed =
  (...command: [string, ...string[]]) =>
  (folder: string) =>
    serveByCommand(folder, command);

/** The strictest policy that a page can have: no style element, no worker, no HTML from a text but lit's own templates. */
const policy = (pools: string) =>
  `default-src 'none'; script-src 'self'; style-src 'none'; connect-src ${pools}; require-trusted-types-for 'script'; trusted-types lit-html`;

const under = (more: string) => (folder: string, pools: string) =>
  serveFolder(folder, { 'content-security-policy': `${policy(pools)}${more}` });

const plain: readonly Variant[] = [
  {
    name: 'as it is',
    serve: built(),
    pages: { ...inPlain, '/modules.html': checkHome(true), '/checked.html': checkIntegrity },
  },
  { name: 'strict', serve: under(''), pages: inPlain },
  { name: 'strict, no worker', serve: under("; worker-src 'none'"), pages: { '/': checkHome(true) } },
];

const angular: readonly Variant[] = [
  { name: 'production', build: ['npx', 'ng', 'build'], serve: built('dist/app/browser'), pages: inAngular },
  {
    name: 'production, zone.js',
    build: ['npx', 'ng', 'build', '--configuration', 'production,zone'],
    serve: built('dist/zone/browser'),
    pages: inAngular,
  },
  {
    name: 'before',
    build: ['npx', 'ng', 'build', 'before'],
    serve: built('dist/before/browser'),
    pages: { '/': checkBefore },
  },
  { name: 'development', development: true, serve: developed('npx', 'ng', 'serve'), pages: inAngular },
];

const vue: readonly Variant[] = [
  {
    name: 'production',
    build: ['npm', 'run', 'build'],
    serve: built('dist'),
    pages: { ...inVue, '/before/': checkBefore },
  },
  {
    name: 'development',
    development: true,
    serve: developed('npx', 'vite', '--strictPort'),
    pages: { ...inVue, '/before/': checkBefore },
  },
];

const react: readonly Variant[] = [
  { name: 'production', build: ['npm', 'run', 'build'], serve: built('dist'), pages: common },
  { name: 'development', development: true, serve: developed('npx', 'vite', '--strictPort'), pages: common },
];

export const hosts: Readonly<Record<string, readonly Variant[]>> = { plain, angular, vue, react };
