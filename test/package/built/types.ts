/** Compiles small apps against the built types. */
import { join } from 'node:path';
import { wrongLines } from '../compile.js';
import { root } from '../sources.js';

const compile = (compiler: string, name: string, file: string) => (): Promise<string[]> =>
  wrongLines(join(root, 'node_modules/.bin', compiler), join(root, 'test/package/types', name), file);

export const plainTypes = compile('tsc', 'plain', 'app.ts');
export const reactTypes = compile('tsc', 'react', 'app.tsx');
export const vueTypes = compile('vue-tsc', 'vue', 'app.vue');
