/** What the script calls in a page of its own: the payloads in every place, and the pages that clobber names. */
import { clobberedPages } from './clobbered.js';
import { payloads } from './payloads.js';
import { places } from './places.js';
import { TryOut, type Tried } from './try-out.js';
import { tryPage } from './try-page.js';

const tryOut = new TryOut(places);

/** @returns what even a harmless text does wrong */
export const prepare = (): Promise<string[]> => tryOut.prepare();

/** @param index of the payload; null after the last */
export const tryPayload = async (index: number): Promise<Tried | null> => {
  const payload = payloads[index];
  return payload === undefined ? null : tryOut.try(payload);
};

export async function tryPages(): Promise<{ pages: number; problems: string[] }> {
  const problems: string[] = [];
  for (const page of clobberedPages) problems.push(...(await tryPage(page)));
  return { pages: clobberedPages.length, problems };
}
