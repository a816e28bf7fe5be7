/**
 * Two hundred people sign in side by side, over HTTP, at one pool: nobody is lost, nobody gets another's message or tokens, and nobody gets
 * in by another's code or Session.
 *
 * Run: npx tsx test/proof/load/run.ts [people]
 */
import type { Done } from '../../../src/headless.js';
import { openPool, type TestPool } from '../../support/pool.js';
import { startPools } from '../../support/pools.mjs';
import { close } from '../figures.mjs';
import { otherThan, readCodes, tryAnothers } from './attacks.js';
import { type CreateLogin, loadClient } from './client.js';
import { identify, verifierOf } from './identity.js';
import { confirm, type Person, people, toTheCode, type Waiting } from './people.js';

const wrong: string[] = [];
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Those that came through; what became of the others is kept. */
async function all<Value>(promises: readonly Promise<Value>[]): Promise<Value[]> {
  const settled = await Promise.allSettled(promises);
  return settled.flatMap((one) => {
    if (one.status === 'fulfilled') return [one.value];
    wrong.push(String(one.reason));
    return [];
  });
}

/** One message each, by the channel and to the address of whoever it names; none for an authenticator app. */
async function checkMessages(pool: TestPool, waiting: readonly Waiting[]): Promise<number> {
  const messages = await pool.outbox();
  for (const { person } of waiting) {
    const { username, mfa, email, phoneNumber } = person;
    const to = mfa === 'email' ? email : phoneNumber;
    const own = messages.filter((message) => message.username === username);
    if (own.length !== (mfa === 'totp' ? 0 : 1)) wrong.push(`${username}: ${own.length} messages`);
    for (const message of own)
      if (message.channel !== mfa || message.to.full !== to) wrong.push(`${username}: a message to ${message.to.full}`);
  }
  return messages.length;
}

/** @returns how many tries by another's were refused */
async function checkAttacks(pool: TestPool, waiting: readonly Waiting[]): Promise<number> {
  const codes = await readCodes(pool, waiting);
  const tried = await all(
    waiting.map(async (one) => {
      const other = otherThan(one, waiting, codes);
      const answers = Object.entries(await tryAnothers(pool, one, other, codes));
      for (const [by, { answer, right }] of answers)
        if (!right) wrong.push(`${one.person.username} by ${by} (${other.person.username}): ${answer ?? 'accepted'}`);
      return answers.filter(([, { right }]) => right).length;
    }),
  );
  return tried.reduce((sum, count) => sum + count, 0);
}

interface SignedIn {
  readonly person: Person;
  readonly done: Done;
}

async function enter(pool: TestPool, waiting: readonly Waiting[]): Promise<SignedIn[]> {
  const codes = await readCodes(pool, waiting);
  const one = async (each: Waiting) => ({
    person: each.person,
    done: await confirm(each, codes.get(each.person.username)!),
  });
  return all(waiting.map(one));
}

/** @returns how many of them have tokens, each of their own */
async function checkIdentities(pool: TestPool, signedIn: readonly SignedIn[]): Promise<number> {
  const verify = verifierOf(pool);
  const subjects = await all(
    signedIn.map(async ({ person, done }) => {
      const session = await done.getSession();
      if (!session) throw new Error(`${person.username} has no session`);
      const identity = await identify(pool, verify, person, session);
      wrong.push(...identity.wrong.map((what) => `${person.username}: ${what}`));
      return identity.subject;
    }),
  );
  return new Set(subjects).size;
}

/** The pool's own count of what it was asked for, and by whom it was not asked twice. */
async function checkLog(pool: TestPool, count: number): Promise<void> {
  const log = await pool.log();
  const begun = log.filter(({ operation }) => operation === 'InitiateAuth').length;
  const failed = log.filter(({ status }) => status >= 500).length;
  if (begun !== count || failed) wrong.push(`the pool was asked to begin ${begun} times, and failed ${failed} times`);
}

const open = (users: readonly Person[], host: string) => openPool({ users }, host);

/** How long one sign-in of each kind takes alone, on the average. */
async function timeAlone(createLogin: CreateLogin, host: string): Promise<number> {
  const few = people(6);
  const pool = await open(few, host);
  const begun = performance.now();
  for (const person of few) {
    const one = await toTheCode(createLogin, pool, person);
    await confirm(one, (await readCodes(pool, [one])).get(person.username)!);
  }
  return (performance.now() - begun) / few.length;
}

const count = Number(process.argv[2] ?? 200);
const [createLogin, host] = await Promise.all([loadClient(), startPools()]);
await timeAlone(createLogin, host); // the first ones pay for what is compiled
const alone = await timeAlone(createLogin, host);
const everybody = people(count);
const pool = await open(everybody, host);

const begun = performance.now();
const waiting = await all(everybody.map((person) => toTheCode(createLogin, pool, person)));
const asked = performance.now() - begun;
const messages = await checkMessages(pool, waiting);
const refused = await checkAttacks(pool, waiting);
const entering = performance.now();
const signedIn = await enter(pool, waiting);
const took = asked + performance.now() - entering;
const themselves = await checkIdentities(pool, signedIn);
await checkLog(pool, count);

for (const line of wrong) console.log(`  ${line}`);
console.log(`${messages} messages, one for each code that is sent; by another’s code, Session or name nobody got in`);
const ratio = (took / (alone * count)).toFixed(2);
console.log(
  `side by side ${seconds(took)}, ${ratio} of the ${seconds(alone * count)} that they take one after another`,
);
const lost = count - themselves;
const holds = wrong.length === 0 && lost === 0 && refused === 4 * count;
close(
  'load',
  { 'sign-ins side by side': count, lost, 'mixed up': wrong.length, 'tries by another’s refused': refused },
  holds,
  { whole: count >= 200 },
);
process.exitCode = holds ? 0 : 1;
