/** P1 to P9 of the design, checked in every cell of the matrix; and that the way on is one. */
import { expect } from '@open-wc/testing';
import { until } from '../../element/until.js';
import { sessionKeys } from '../../support/faults.js';
import { secretsIn } from '../../support/secrets-in.js';
import type { Cell } from './cell.js';
import { operationNames, requestOf } from './operations.js';
import { endsAttempt, focusOf, isBusy, outcomes, sentenceOf, waysOn } from './outcomes.js';

/** The code that the page was told of; null where the operation succeeded or nobody is kept by its failure. */
const failureOf = ({ outcome, leadsTo }: Cell) =>
  leadsTo !== 'success' && leadsTo !== 'silence' && outcome.startsWith('login-failure') ? leadsTo : null;

export async function holds(cell: Cell): Promise<void> {
  const { person, network } = cell.scene;
  expect(cell.outcome, 'P1 and P2, the outcome').to.equal(cell.expected);
  expect(isBusy(person), 'P3, whether it is busy').to.equal(false);
  if (cell.leadsTo !== 'silence') checkScreen(cell);
  checkStorage(cell);
  expect((await person.messages()) - cell.before.messages, 'P8, the messages sent').to.be.at.most(1);
  const twice = cell.sent.length - new Set(cell.sent).size;
  expect(twice, `P8, the requests sent twice of ${cell.sent.join()}`).to.be.at.most(cell.row.repeats ?? 0);
  const unknown = network.requests.filter(({ name }) => !requests.has(name)).map(({ name }) => name);
  expect(unknown, 'requests that the matrix does not have').to.be.empty;
  checkConsole(cell);
}

const requests: ReadonlySet<string> = new Set(operationNames.map(requestOf));

function checkScreen(cell: Cell): void {
  const { row, sentences, scene } = cell;
  const { person } = scene;
  const code = failureOf(cell);
  expect(waysOn(person), 'P4, the ways on').not.to.be.empty;
  const focus = focusOf(person);
  if (code) expect(focus, 'P5, the focus').to.equal(focusAfter(cell, code));
  else expect(focus, 'P5, the focus').not.to.equal('nowhere');
  const told = sentences.map((sentence) => sentence.replace(/\u00a0$/, '')).filter(Boolean);
  expect(told, 'P6, nothing is said twice').to.have.length(new Set(told).size);
  if (code) expect(told.at(-1), 'P6, what is said').to.equal(sentenceOf(row, code));
}

function focusAfter({ row }: Cell, code: string): string {
  if (!endsAttempt(code)) return row.focus;
  return row.voids && code.startsWith('session-') ? 'heading' : (row.focusAtFirst ?? 'Password');
}

/** Whoever is signed in, or about to be asked something that follows it. */
const signedIn = /^login-success|^step (remember-device|add-passkey)|^a session/;

function checkStorage({ outcome, fault, before, scene, row }: Cell): void {
  const { storage, pool, username } = scene;
  const keys = Object.keys(storage.tokens);
  if (fault.refuses) expect(storage.tokens, 'P7, what is stored').to.deep.equal(before.tokens);
  else if (signedIn.test(outcome))
    expect(keys, 'P7, whose tokens are stored').to.have.members(sessionKeys(pool.clientId, username));
  else if (outcome.includes('login-signed-out') || (fault.meanwhile === 'removed' && row.well === 'login-signed-out'))
    expect(keys, 'P7, whose tokens are stored').to.be.empty;
  else expect(storage.tokens, 'P7, what is stored').to.deep.equal(before.tokens);
}

function checkConsole({ lines, accidents, scene }: Cell): void {
  const secrets = [...scene.secrets, ...scene.network.answers.flatMap(secretsIn)];
  const seen = [...lines.map(({ text }) => text), ...accidents].join('\n');
  for (const secret of secrets)
    expect(seen.includes(secret), `P9, "${secret.slice(0, 24)}" on the console`).to.equal(false);
  expect(accidents, 'P9, what nobody caught').to.be.empty;
}

/** The fault is over: the person tries again, or begins anew. */
export async function goesOn(cell: Cell): Promise<void> {
  const { scene, row, fault, request } = cell;
  const { person, network, storage } = scene;
  const code = failureOf(cell);
  network.befall(request);
  storage.refuses = 'nothing';
  if (fault.meanwhile === 'removed') return returns(cell);
  if (!code) return;
  const since = person.told.length;
  scene.clock.advance(30_000); // "Send a new code" rests
  await person.element.updateComplete;
  if (endsAttempt(code) && row.arrives) return void (await (row.anew ?? row.arrives)(scene));
  await row.acts(scene);
  await until(() => !isBusy(person) && outcomes(scene, since) !== 'nothing', 'the second try came to nothing');
  const second = outcomes(scene, since);
  // What reached the service may have been done there, or have spent its Session.
  if (!fault.reaches) expect(second, 'the second try').to.equal(row.well);
  else expect(second, 'the second try').not.to.match(/client-error|config-error|bad-response/);
  expect(waysOn(person), 'the ways on after the second try').not.to.be.empty;
}

/** The page puts the element back: it is at its first step, and not busy. */
async function returns({ scene: { person, storage } }: Cell): Promise<void> {
  storage.items.clear();
  document.body.append(person.element);
  await person.sees('Sign in');
  expect(isBusy(person)).to.equal(false);
  expect(waysOn(person)).not.to.be.empty;
}
