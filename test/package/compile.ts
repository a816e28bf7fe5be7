/** Compiles a small app. A comment with `wrong:` says that the next line must not compile; every other line must. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a compiler says of the project in a folder; nothing where it refuses nothing. */
async function outputOf(compiler: string, cwd: string): Promise<string> {
  const options = ['-p', '.', '--pretty', 'false'];
  return run(compiler, options, { cwd, maxBuffer: 2 ** 24 }).then(
    ({ stdout }) => stdout,
    ({ stdout, message }: { stdout?: string; message: string }) => stdout || message,
  );
}

/** What is said of each line of the one file, by its number from 1. Of another file nothing may be said. */
function refusedLines(output: string, file: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const line of output.split('\n')) {
    const [, place, number, message] = /^(\S.*)\((\d+),\d+\): (.*)$/.exec(line) ?? [];
    if (place && place !== file) throw new Error(line);
    if (number) found.set(Number(number), message!);
  }
  return found;
}

/**
 * @param compiler the path of `tsc`, or of one like it
 * @param folder with a tsconfig.json for the one file
 */
export async function wrongLines(compiler: string, folder: string, file: string): Promise<string[]> {
  const output = await outputOf(compiler, folder);
  const refused = refusedLines(output, file);
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  const wrong = lines.flatMap((line, index) => {
    const shouldFail = lines[index - 1]?.includes('wrong:') ?? false;
    const failure = refused.get(index + 1);
    if (shouldFail === (failure !== undefined)) return [];
    return [`${file}:${index + 1}: ${failure ?? 'compiles, and is wrong'}: ${line.trim()}`];
  });
  // A compiler that did not come as far as to look at the file.
  return output && !refused.size ? [output] : wrong;
}
