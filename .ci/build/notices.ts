/** What a bundled package asks to be passed on beside its licence: its NOTICE file (Apache License 2.0, section 4 (d)). */
import { appendFile, readdir, readFile } from 'node:fs/promises';

const isNotice = (file: string): boolean => /^notice(\.|$)/i.test(file);

/** Of an installed package, as it is published. */
async function noticesOf(name: string): Promise<string> {
  const folder = `node_modules/${name}`;
  const files = (await readdir(folder)).filter(isNotice);
  const texts = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, 'utf8')));
  return texts.map((text) => `\n## NOTICE of ${name}\n\n${text.trim()}\n`).join('');
}

/** Adds those of all packages whose licences the file has. */
export async function addNotices(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  for (const [, name] of text.matchAll(/^## (\S+) - /gm)) await appendFile(file, await noticesOf(name!));
}
