import { expect } from '@open-wc/testing';
import { withLimit } from '../../src/cognito/with-limit.js';
import { FakeClock } from '../support/fake-clock.js';

/** Work that ends with its signal alone. */
const untilAborted = (signal: AbortSignal): Promise<string> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve('aborted');
    signal.addEventListener('abort', () => resolve('aborted'));
  });

/** A signal, and how many listen to it. */
function openSignal() {
  const { signal } = new AbortController();
  let listening = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  Object.assign(signal, {
    addEventListener: (...given: Parameters<typeof add>) => (listening++, add(...given)),
    removeEventListener: (...given: Parameters<typeof remove>) => {
      if (given[0] === 'abort') listening--;
      remove(...given);
    },
  });
  return { signal, listening: () => listening };
}

describe('work with a limit', () => {
  it('gives its result, and leaves no timer and no listener', async () => {
    const clock = new FakeClock();
    const { signal, listening } = openSignal();
    const asked = withLimit(clock, 2000, signal, () => Promise.resolve([clock.pending, listening()]));
    expect(await asked).to.deep.equal([1, 1]);
    expect([clock.pending, listening()]).to.deep.equal([0, 0]);
  });

  it('leaves none either where it fails', async () => {
    const clock = new FakeClock();
    const { signal, listening } = openSignal();
    const failure = new Error('Refused.');
    const caught = await withLimit(clock, 2000, signal, () => Promise.reject(failure)).catch((error: unknown) => error);
    expect(caught).to.equal(failure);
    expect([clock.pending, listening()]).to.deep.equal([0, 0]);
  });

  it('ends after its patience, and not before', async () => {
    const clock = new FakeClock();
    let limit = AbortSignal.abort();
    const work = withLimit(clock, 2000, new AbortController().signal, (signal) => untilAborted((limit = signal)));
    clock.advance(1999);
    expect(limit.aborted).to.equal(false);
    clock.advance(1);
    expect(limit.aborted).to.equal(true);
    expect(await work).to.equal('aborted');
  });

  it('ends with the signal', async () => {
    const controller = new AbortController();
    const work = withLimit(new FakeClock(), 2000, controller.signal, untilAborted);
    controller.abort();
    expect(await work).to.equal('aborted');
  });

  it('has ended where the signal has', async () => {
    expect(await withLimit(new FakeClock(), 2000, AbortSignal.abort(), untilAborted)).to.equal('aborted');
  });
});
