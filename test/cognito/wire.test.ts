import { expect } from '@open-wc/testing';
import { openWire, timeLimit, WireFailure } from '../../src/cognito/wire.js';
import { FakeClock } from '../support/fake-clock.js';
import { refusal, type Reply, scriptedService, silence, stalled } from '../support/scripted-service.js';
import { never, rejection, until } from './open-scripted.js';

function open(...script: Reply[]) {
  const service = scriptedService(...script);
  const clock = new FakeClock();
  return { service, clock, wire: openWire({ endpoint: 'https://pool.example/', fetch: service.fetch, clock }) };
}

const failureOf = async (promise: Promise<unknown>): Promise<WireFailure> => {
  const failure = await rejection(promise);
  if (failure instanceof WireFailure) return failure;
  throw new Error('No WireFailure.', { cause: failure });
};

const date = 'Thu, 01 Jan 2026 00:00:00 GMT';
const serverTime = Date.UTC(2026, 0, 1);

/** A signal that counts who listens to it. */
function countedSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  const counts = { listeners: 0 };
  const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
  signal.addEventListener = (...parts: Parameters<typeof add>) => {
    if (parts[0] === 'abort') counts.listeners++;
    add(...parts);
  };
  signal.removeEventListener = (...parts: Parameters<typeof remove>) => {
    if (parts[0] === 'abort') counts.listeners--;
    remove(...parts);
  };
  return { controller, counts };
}

describe('the wire', () => {
  it('takes nothing for an answer where the service has nothing to say, and there alone', async () => {
    for (const operation of ['RevokeToken', 'GlobalSignOut', 'ForgetDevice'])
      for (const reply of ['', new Response(null)])
        expect(await open(reply).wire(operation, {}, never)).to.deep.equal({});
    expect((await failureOf(open('').wire('ConfirmSignUp', {}, never))).code).to.equal('BadResponse');
    expect((await failureOf(open(' ').wire('RevokeToken', {}, never))).code).to.equal('BadResponse');
  });

  it('names a failure by its code, with what the service told of itself', async () => {
    const headers = { date, 'x-amzn-requestid': 'r-1' };
    const failures = [
      open(refusal('LimitExceededException', 'Slowly.', 400, headers)),
      open(new Response('{}', { headers })),
      open(new Response(new ReadableStream({ start: (body) => body.error(new Error('reset')) }), { headers })),
      open(new Response('x'.repeat(64 * 1024 + 1), { headers })),
    ].map(({ wire }) => failureOf(wire('InitiateAuth', {}, never)));
    const told = (await Promise.all(failures)).map((failure) => ({ ...failure, message: failure.message }));
    const rest = { requestId: 'r-1', serverTime, status: 200, message: '' };
    expect(told).to.deep.equal([
      { ...rest, code: 'LimitExceededException', name: 'LimitExceededException', message: 'Slowly.', status: 400 },
      { ...rest, code: 'BadResponse', name: 'BadResponse' },
      { ...rest, code: 'Offline', name: 'Offline' },
      { ...rest, code: 'BadResponse', name: 'BadResponse' },
    ]);
  });

  it('tells no time and no request where the service told none', async () => {
    for (const headers of [{}, { date: 'soon' }] as Record<string, string>[]) {
      const failure = await failureOf(open(refusal('X', '', 400, headers)).wire('InitiateAuth', {}, never));
      expect([failure.serverTime, failure.requestId]).to.deep.equal([undefined, undefined]);
    }
  });

  it('asks the first that speaks for the message: the body, then the header', async () => {
    const header = { 'x-amzn-errortype': 'X', 'x-amzn-errormessage': 'header' };
    const bodies = [
      '{"message":"body","Message":"Body"}',
      '{"message":7,"Message":"Body"}',
      '{"message":null}',
      'null',
    ];
    const messages = bodies.map(async (body) => {
      const { wire } = open(new Response(body, { status: 400, headers: header }));
      return (await failureOf(wire('InitiateAuth', {}, never))).message;
    });
    expect(await Promise.all(messages)).to.deep.equal(['body', 'Body', 'header', 'header']);
    expect((await failureOf(open(new Response('{}', { status: 400 })).wire('X', {}, never))).message).to.equal('');
  });

  it('finds the name behind a namespace, or before an address', async () => {
    const names: readonly (readonly [body: string, header: string, name: string])[] = [
      ['{"__type":"a.b#c#LimitExceededException"}', '', 'LimitExceededException'],
      ['{"__type":"x#"}', 'FromTheHeader:http://internal', 'FromTheHeader'],
      ['{"__type":["X"]}', 'FromTheHeader', 'FromTheHeader'],
      ['{}', ':', 'HttpError'],
      ['', '', 'HttpError'],
    ];
    for (const [body, header, name] of names) {
      const { wire } = open(new Response(body, { status: 400, headers: { 'x-amzn-errortype': header } }));
      expect((await failureOf(wire('InitiateAuth', {}, never))).code).to.equal(name);
    }
  });

  it('lets go of clock and signal, however a request ends', async () => {
    for (const reply of ['{}', refusal('X'), new Error('Failed to fetch')]) {
      const { clock, wire } = open(reply);
      const { controller, counts } = countedSignal();
      await wire('ConfirmSignUp', {}, controller.signal).catch(() => undefined);
      expect([clock.pending, counts.listeners]).to.deep.equal([0, 0]);
    }
  });
});

describe('a request that is given up', () => {
  for (const [what, reply] of [
    ['before an answer', silence],
    ['in its body', () => stalled()],
  ] as [string, Reply][]) {
    it(`${what} by whoever asked is aborted`, async () => {
      const { service, wire } = open(reply);
      const controller = new AbortController();
      const failure = failureOf(wire('InitiateAuth', {}, controller.signal));
      await until(() => service.sent.length === 1);
      controller.abort();
      expect((await failure).code).to.equal('Aborted');
      expect(service.sent[0]!.init.signal!.aborted).to.equal(true);
    });

    it(`${what} by the clock has timed out`, async () => {
      const { clock, service, wire } = open(reply);
      const failure = failureOf(wire('InitiateAuth', {}, never));
      await until(() => service.sent.length === 1);
      clock.advance(timeLimit);
      expect(await failure).to.include({ code: 'Timeout', message: '' });
    });
  }

  it('beforehand is never sent', async () => {
    const { service, clock, wire } = open('{}');
    expect((await failureOf(wire('ConfirmSignUp', {}, AbortSignal.abort()))).code).to.equal('Aborted');
    expect([service.sent.length, clock.pending]).to.deep.equal([0, 0]);
  });

  it('is told as given up by a fetch that heeds the signal, too', async () => {
    const clock = new FakeClock();
    const heeding: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted.', 'AbortError')));
      });
    const failure = failureOf(
      openWire({ endpoint: 'https://pool.example/', fetch: heeding, clock })('InitiateAuth', {}, never),
    );
    clock.advance(timeLimit);
    expect((await failure).code).to.equal('Timeout');
  });
});
