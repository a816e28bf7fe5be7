import { expect } from '@open-wc/testing';
import { continuation, settle } from '../../src/cognito/settle.js';
import type { Wire } from '../../src/cognito/wire.js';
import { errorOfRejection, never, rejection } from './open-scripted.js';

const silent: Wire = () => new Promise(() => undefined);
const fault = new Error('Out of order.');
const fail = () => {
  throw fault;
};

describe('a submission through the SDK', () => {
  it('ends with its signal also while nothing is asked: the SDK may be reckoning', async () => {
    const controller = new AbortController();
    const ended = errorOfRejection(settle(silent, controller.signal, () => undefined));
    controller.abort();
    expect(await ended).to.equal('Aborted');
  });

  it('ends with what the SDK’s code throws, at once or in a continuation', async () => {
    expect(await rejection(settle(silent, never, fail))).to.equal(fault);
    const later = settle(silent, never, () => void Promise.resolve(continuation()).then((go) => go(fail)));
    expect(await rejection(later)).to.equal(fault);
  });

  it('that is over does not take what other code throws', async () => {
    await rejection(settle(silent, never, fail));
    expect(() => continuation()(fail)).to.throw(fault);
  });
});
