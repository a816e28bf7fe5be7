/**
 * Compiles small apps against the built types. In test/package/types a comment with `wrong:` says that the next line must not compile;
 * every other line must.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../sources.js';
import { read } from './dist.js';

const run = promisify(execFile);

/** The numbers of the lines that a compiler refuses, from 1. */
async function refusedLines(compiler: string, folder: string): Promise<Map<number, string>> {
  const command = join(root, 'node_modules/.bin', compiler);
  const output = await run(command, ['-p', join(root, folder), '--pretty', 'false'], { cwd: root }).then(
    ({ stdout }) => stdout,
    ({ stdout, message }: { stdout?: string; message: string }) => stdout || message,
  );
  const found = new Map<number, string>();
  for (const line of output.split('\n')) {
    const [, place, number, message] = /^(\S.*)\((\d+),\d+\): (.*)$/.exec(line) ?? [];
    if (place && !place.includes(folder)) throw new Error(line);
    if (number) found.set(Number(number), message!);
  }
  if (!found.size) throw new Error(`${compiler} refuses nothing in ${folder}: ${output}`);
  return found;
}

const compile = (compiler: string, name: string, file: string) => async (): Promise<string[]> => {
  const folder = `test/package/types/${name}`;
  const refused = await refusedLines(compiler, folder);
  const lines = read(`${folder}/${file}`).split('\n');
  return lines.flatMap((line, index) => {
    const shouldFail = lines[index - 1]?.includes('wrong:') ?? false;
    const failure = refused.get(index + 1);
    if (shouldFail === (failure !== undefined)) return [];
    return [`${folder}/${file}:${index + 1}: ${failure ?? 'compiles, and is wrong'}: ${line.trim()}`];
  });
};

export const plainTypes = compile('tsc', 'plain', 'app.ts');
export const reactTypes = compile('tsc', 'react', 'app.tsx');
export const vueTypes = compile('vue-tsc', 'vue', 'app.vue');
