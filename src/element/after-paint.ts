/**
 * Resolves when what was rendered has reached the screen, so that the person sees the busy state before the processor is. A page in
 * the background paints nothing, hence the 100 ms at most.
 */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
