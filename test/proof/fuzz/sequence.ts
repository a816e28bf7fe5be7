/** Runs one sequence, and looks at every invariant after each act. */
import type { Act } from './acts.js';
import { nameOf } from './acts.js';
import { Broken, check } from './invariants.js';
import { starts, type Start } from './starts.js';
import type { Subject } from './subject.js';
import { World, type Break } from './world.js';

/** What can be printed, made shorter and kept. */
export interface Sequence {
  /** Of starts.ts. */
  readonly start: string;
  /** Attributes of the element beside the start's own. */
  readonly set: Readonly<Record<string, string>>;
  readonly acts: readonly Act[];
}

export type MakeSubject = (world: World) => Subject | Promise<Subject>;

const startOf = ({ start, set }: Sequence): Start => {
  const found = starts.find(({ name }) => name === start);
  if (!found) throw new Error(`There is no start ${start}.`);
  return { ...found, attributes: { ...found.attributes, ...set } };
};

/** What is told of a sequence that went as it should. */
export interface Run {
  readonly steps: number;
}

/**
 * @param broken what is wrong on purpose
 * @throws Broken
 */
export async function run(sequence: Sequence, make: MakeSubject, broken: Break = {}): Promise<Run> {
  const world = await World.open(startOf(sequence), broken);
  let subject: Subject | null = null;
  try {
    const made = (subject = await make(world));
    await world.settle(() => made.pending());
    for (const act of sequence.acts) await step(act, world, made);
    await finish(world, made);
    return { steps: sequence.acts.length };
  } catch (error) {
    throw error instanceof Broken ? error : new Broken('I0', 'nothing throws', String((error as Error).stack ?? error));
  } finally {
    subject?.remove();
    await world.settle(() => false);
    world.close();
  }
}

async function step(act: Act, world: World, subject: Subject): Promise<void> {
  world.begin(act);
  subject.idle();
  await perform(act, world, subject);
  await world.settle(() => subject.pending());
  look(world, subject);
}

function look(world: World, subject: Subject): void {
  check(world.trace(subject.look()));
  const [accident] = world.surroundings.accidents;
  if (accident) throw new Broken('I0', 'nothing throws', accident);
}

async function perform(act: Act, world: World, subject: Subject): Promise<void> {
  const { clock, prompts } = world.surroundings;
  switch (act.do) {
    case 'wait':
      return pass(act.ms, world, subject);
    case 'sleep':
      clock.sleep(act.ms);
      return void dispatchEvent(new Event('visibilitychange'));
    case 'break':
      return world.network.break(act.fault, act.requests);
    case 'release':
      return world.network.release();
    case 'listen':
      return subject.listen(act);
    case 'tab':
      sessionStorage.clear();
      return void dispatchEvent(new StorageEvent('storage', { key: null, storageArea: sessionStorage }));
    case 'prompt':
      return prompts.meet(act.how);
    default:
      return subject.act(act);
  }
}

/** In pieces, since what a timer begins takes its turn before the next one is due. */
async function pass(ms: number, world: World, subject: Subject): Promise<void> {
  for (let left = ms; left > 0; left -= 30_000) {
    world.surroundings.clock.advance(Math.min(left, 30_000));
    await world.settle(() => subject.pending());
  }
}

/** Whatever went wrong before: nothing waits for ever, and there is a way back to the beginning. */
async function finish(world: World, subject: Subject): Promise<void> {
  world.network.mend();
  world.network.release();
  const last: Act = { do: 'host', move: 'insert' };
  world.begin(last);
  subject.act(last);
  await world.settle(() => subject.pending());
  subject.idle();
  world.begin({ do: 'wait', ms: 64_000 });
  for (let turn = 0; turn < 4; turn++) await pass(16_000, world, subject);
  look(world, subject);
  const { step: where, busy } = subject.look();
  if (busy && world.network.waits)
    throw new Broken('I6', 'every state has a way out', `${where} waits for an answer without end`);
  const back: Act = { do: 'page', call: 'start-over' };
  world.begin(back);
  subject.act(back);
  await world.settle(() => subject.pending());
  look(world, subject);
  const begun = subject.look();
  if (begun.step !== 'sign-in' || begun.busy)
    throw new Broken('I6', 'every state has a way out', `starting over in ${where} led to ${begun.step}`);
}

export const show = (sequence: Sequence): string =>
  JSON.stringify({ ...sequence, acts: sequence.acts.map(nameOf) }, null, 1);
