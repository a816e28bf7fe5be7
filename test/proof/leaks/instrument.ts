/** Runs in the page before any other script; it must stand by itself. */

/** Counts timers that wait: the browser tells of them to nobody else. */
export function countTimers(): void {
  const waiting = new Set<unknown>();
  const page = globalThis as unknown as Record<string, unknown>;
  type Begin = (callback: (...given: unknown[]) => void, ...rest: unknown[]) => unknown;
  type End = (timer: unknown) => void;

  const wrap = (set: string, clear: string, repeats: boolean) => {
    const begin = (page[set] as Begin).bind(globalThis);
    const end = (page[clear] as End).bind(globalThis);
    page[set] = (callback: (...given: unknown[]) => void, ...rest: unknown[]) => {
      const run = (...given: unknown[]) => {
        if (!repeats) waiting.delete(timer);
        callback(...given);
      };
      const timer = begin(run, ...rest);
      waiting.add(timer);
      return timer;
    };
    page[clear] = (timer: unknown) => {
      waiting.delete(timer);
      end(timer);
    };
  };
  wrap('setTimeout', 'clearTimeout', false);
  wrap('setInterval', 'clearInterval', true);
  page.waitingTimers = () => waiting.size;
}

/** Remembers each element that comes to the page, without holding it. */
export function rememberElements(): void {
  const page = globalThis as unknown as Record<string, unknown>;
  const seen = new WeakSet<Element>();
  const mounted: WeakRef<Element>[] = [];
  page.isKnown = (element: Element) => seen.has(element);
  page.remember = (element: Element) => {
    mounted.push(new WeakRef(element));
    seen.add(element);
  };
  page.mounted = () => mounted.length;
  page.living = () => mounted.filter((one) => one.deref()).length;
}
