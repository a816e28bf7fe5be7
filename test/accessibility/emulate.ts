import { emulateMedia, executeServerCommand, setViewport } from '@web/test-runner-commands';

type Feature = 'forced-colors' | 'prefers-contrast' | 'prefers-reduced-motion' | 'prefers-color-scheme';

const query = (feature: Feature, value: string) => matchMedia(`(${feature}: ${value})`);

/** One way after another, since each launcher knows another one, and Firefox's and WebKit's none. */
const ways: readonly ((feature: Feature, value: string) => Promise<unknown>)[] = [
  (feature, value) => executeServerCommand('emulate-features', { [feature]: value }),
  (feature, value) =>
    emulateMedia(
      feature === 'prefers-reduced-motion' ? { reducedMotion: value as 'reduce' } : { colorScheme: value as 'dark' },
    ),
];

/** Whether the page now believes that the person has set this; false where the browser under test cannot be told. */
export async function emulate(feature: Feature, value: string): Promise<boolean> {
  for (const way of ways) {
    await way(feature, value).catch(() => undefined);
    if (query(feature, value).matches) return true;
  }
  return query(feature, value).matches;
}

/** Leaves the page as browsers.mjs starts it, where the browser can be told: it serves other test files next. */
export async function stopEmulating(): Promise<void> {
  await executeServerCommand('emulate-features', {}).catch(() => undefined);
  await emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' }).catch(() => undefined);
}

/** Whether the window now has that width; WebKitGTK's is never narrower than 447 px. */
export async function resize(width: number): Promise<boolean> {
  await setViewport({ width, height: 800 }).catch(() => undefined);
  return window.innerWidth === width;
}
