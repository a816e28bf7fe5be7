/** A cell as a test of its own, which tells how to see it alone. */
import { hasAuthenticators as isChromium } from '../../support/authenticator.js';

/** On a machine that does other work, too; in milliseconds. */
const patience = 30_000;

const engine = /Firefox\/\d/.test(navigator.userAgent) ? 'firefox' : 'webkit';

/** What a person needs for it. */
const command = (title: string): string =>
  `${isChromium ? '' : `BROWSERS=${engine} `}ONLY='${title}' npm run test:faults`;

/** @param inSample whether `npm test` plays it, too */
export function cellTest(title: string, inSample: boolean, play: () => Promise<void>): void {
  const { thorough, only } = testSettings;
  if (only ? !title.includes(only) : !thorough && !inSample) return;
  it(title, async () => {
    try {
      await play();
    } catch (error) {
      if (error instanceof Error) error.message += ` (alone: ${command(title)})`;
      throw error;
    }
  }).timeout(patience);
}
