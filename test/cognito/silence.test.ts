import { expect } from '@open-wc/testing';
import type { Clock } from '../../src/flow/ports.js';
import { challenge, handshake, type Reply, silence, stalled, tokens } from '../support/scripted-service.js';
import {
  codeAnswer,
  never,
  openScripted,
  openShelf,
  rejection,
  storedSession,
  until,
  wordOf,
} from './open-scripted.js';

type Setting = ReturnType<typeof openScripted>;

/** Where in a sign-in the service falls silent: what it answers before, and how the person gets there. */
interface Stage {
  readonly authFlow?: 'srp';
  readonly before: readonly Reply[];
  readonly submit: (setting: Setting, signal?: AbortSignal) => ReturnType<Setting['signIn']>;
}

const signIn: Stage['submit'] = ({ signIn }, signal) => signIn(signal);
const stages: Readonly<Record<string, Stage>> = {
  'the password': { before: [], submit: signIn },
  'SRP’s first request': { authFlow: 'srp', before: [], submit: signIn },
  'SRP’s proof': { authFlow: 'srp', before: [handshake()], submit: signIn },
  'a code': {
    before: [challenge('SMS_MFA')],
    submit: async (setting, signal = never) => {
      await setting.signIn();
      return setting.port.answer(codeAnswer('123456'), signal);
    },
  },
};
const silences: Readonly<Record<string, Reply>> = { 'no answer': silence, 'a body that stalls': () => stalled() };

const cases = Object.entries(stages).flatMap(([place, stage]) =>
  Object.entries(silences).map(([kind, reply]) => ({ name: `${kind} to ${place}`, stage, reply })),
);

function open({ authFlow, before }: Stage, reply: Reply, signal?: AbortSignal) {
  const shelf = openShelf(storedSession('eve'));
  const setting = openScripted([...before, reply], { storage: shelf.storage, ...(authFlow && { authFlow }) });
  const asked = () => until(() => setting.service.sent.length > before.length);
  return { ...setting, setting, shelf, asked, signal };
}

describe('silence', () => {
  for (const { name, stage, reply } of cases) {
    it(`${name} is a timeout after 15 s, and not before`, async () => {
      const { setting, asked, clock, shelf } = open(stage, reply);
      let outcome = 'none';
      const submission = stage.submit(setting).then((result) => (outcome = wordOf(result)));
      await asked();
      clock.advance(14_999);
      await new Promise((resolve) => setTimeout(resolve));
      expect(outcome).to.equal('none');
      clock.advance(1);
      expect(await submission).to.equal('timeout');
      expect(clock.pending).to.equal(0);
      expect(shelf.content()).to.deep.equal(storedSession('eve'));
    });

    it(`${name} ends at once when the signal is aborted`, async () => {
      const { setting, asked, clock, shelf } = open(stage, reply);
      const controller = new AbortController();
      const submission = stage.submit(setting, controller.signal);
      await asked();
      controller.abort(new Error('The person has left.'));
      expect(await rejection(submission)).to.equal(controller.signal.reason);
      expect(clock.pending).to.equal(0);
      expect(shelf.content()).to.deep.equal(storedSession('eve'));
    });
  }

  it('counts anew for each request', async () => {
    const slowly = (answer: () => Response) => () => {
      clock.advance(14_000);
      return answer();
    };
    const script = [slowly(() => new Response(handshake())), slowly(() => stalled())];
    const { signIn, clock, service } = openScripted(script, { authFlow: 'srp' });
    const submission = signIn();
    await until(() => service.sent.length === 2);
    clock.advance(1_000);
    expect(wordOf(await submission)).to.equal('timeout');
  });

  it('leaves no timer behind after an answer', async () => {
    const { signIn, clock } = openScripted([tokens()]);
    await signIn();
    expect(clock.pending).to.equal(0);
  });

  it('hands fetch a signal that is aborted with the timeout', async () => {
    const { signIn, service, clock } = openScripted([silence]);
    const submission = signIn();
    await until(() => service.sent.length === 1);
    expect(service.sent[0]!.init.signal!.aborted).to.equal(false);
    clock.advance(15_000);
    await submission;
    expect(service.sent[0]!.init.signal!.aborted).to.equal(true);
  });
});

async function afterMicrotasks(count: number): Promise<void> {
  for (let n = 0; n < count; n++) await undefined;
}

describe('a signal', () => {
  it('that is aborted beforehand lets nothing be sent', async () => {
    for (const authFlow of ['srp', 'password'] as const) {
      const { signIn, service } = openScripted([tokens()], { authFlow });
      const reason = new Error('Gone.');
      expect(await rejection(signIn(AbortSignal.abort(reason)))).to.equal(reason);
      expect(service.sent).to.have.lengthOf(0);
    }
  });

  it('aborted while A is computed ends the submission before the next slice, and nothing is sent', async () => {
    const { signIn, service } = openScripted([handshake(), tokens()], { authFlow: 'srp' });
    const controller = new AbortController();
    let reason: unknown;
    void rejection(signIn(controller.signal)).then((thrown) => (reason = thrown));
    controller.abort();
    await afterMicrotasks(20);
    expect(reason).to.equal(controller.signal.reason);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(service.sent).to.have.lengthOf(0);
  });

  it('aborted while the proof is computed lets no proof be sent', async () => {
    const controller = new AbortController();
    // The wire stops its clock as soon as it has the handshake; a few microtasks later the proof is under way.
    const clock: Clock = {
      now: () => Date.now(),
      after: () => () => void afterMicrotasks(20).then(() => controller.abort()),
    };
    const { signIn, service } = openScripted([handshake(), tokens()], { authFlow: 'srp', clock });
    expect(await rejection(signIn(controller.signal))).to.equal(controller.signal.reason);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(service.operations()).to.deep.equal(['InitiateAuth']);
  });

  it('aborted in the same turn as the tokens come in stores nothing', async () => {
    const shelf = openShelf();
    const controller = new AbortController();
    const late: Reply = () => {
      queueMicrotask(() => controller.abort());
      return new Response(tokens());
    };
    const { signIn, port } = openScripted([late], { storage: shelf.storage });
    expect(await rejection(signIn(controller.signal))).to.equal(controller.signal.reason);
    expect(shelf.content()).to.deep.equal({});
    expect(await port.getSession()).to.equal(null);
  });
});
