/** The page's own `fetch`, whose requests wait on the way out until they are let through. */
export function holdFetch() {
  let release = () => {};
  let gate: Promise<void> | null = null;
  /** The bodies of the requests that reached it, oldest first. */
  const bodies: Record<string, unknown>[] = [];
  const held: typeof fetch = async (input, init) => {
    bodies.push(JSON.parse(String(init?.body)) as Record<string, unknown>);
    await gate;
    return fetch(input, init);
  };
  return {
    fetch: held,
    bodies,
    hold() {
      gate = new Promise((resolve) => (release = resolve));
    },
    release() {
      release();
      gate = null;
    },
  };
}
