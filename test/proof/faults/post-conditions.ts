/** P1 to P9 of the design, checked in every cell of the matrix; and that the way on is one. */
import { expect } from '@open-wc/testing';
import en from '../../../src/i18n/en.js';
import { until } from '../../element/until.js';
import { claimsOf } from '../../support/claims-of.js';
import { sessionKeys } from '../../support/faults.js';
import type { Person } from '../../support/person.js';
import { secretsIn } from '../../support/secrets-in.js';
import type { Cell } from './cell.js';
import { operationNames, requestOf } from './operations.js';
import { endsAttempt, focusOf, focusOnArrival, isBusy, outcomes, sentenceOf, stepSince, waysOn } from './outcomes.js';

export async function holds(cell: Cell): Promise<void> {
  const { person, network } = cell.scene;
  expect(cell.inTime, 'P1 to P3, when the time was over').to.equal(cell.expected);
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
  const { row, sentences, scene, failure, before } = cell;
  const { person } = scene;
  const step = stepSince(person, before.told);
  expect(waysOn(person), 'P4, the ways on').not.to.be.empty;
  const focus = failure ? focusAfter(cell, failure) : (focusOnArrival[String(step ?? before.step)] ?? 'heading');
  expect(focusOf(person), 'P5, the focus').to.equal(focus);
  const told = sentences.map((sentence) => sentence.replace(/\u00a0$/, '')).filter(Boolean);
  expect(told, 'P6, nothing is said twice').to.have.length(new Set(told).size);
  if (failure) expect(told.at(-1), 'P6, what is said').to.equal(sentenceOf(row, failure));
  else if (step === null && row.quiet) expect(told, 'P6, what is said of what changes nothing').to.be.empty;
  else expect(told.at(-1), 'P6, what is said').to.equal(wordsOnArrival(person, step !== null));
}

function focusAfter({ row }: Cell, code: string): string {
  if (!endsAttempt(code)) return row.focus;
  return row.voids && code.startsWith('session-') ? 'heading' : (row.focusAtFirst ?? 'Password');
}

const notices: readonly string[] = Object.values(en.signIn.notices);

/** What can be read on the screen: of a new step the heading and its sentence; of one that says why they are there, this alone. */
function wordsOnArrival({ heading, intro }: Person, isNew: boolean): string {
  if (!isNew || notices.includes(intro)) return intro;
  return heading.endsWith('?') ? `${heading} ${intro}` : `${heading}. ${intro}`;
}

/** Whoever is signed in, or about to be asked something that follows it. */
const signedIn = /^login-success|^step (remember-device|add-passkey)|^a session/;

function checkStorage({ outcome, fault, before, scene, row }: Cell): void {
  const { storage, pool, username } = scene;
  const keys = Object.keys(storage.tokens);
  if (fault.refuses) expect(storage.tokens, 'P7, what is stored').to.deep.equal(before.tokens);
  else if (signedIn.test(outcome)) checkSession(storage.tokens, sessionKeys(pool.clientId, username), username);
  else if (outcome.includes('login-signed-out') || (fault.meanwhile === 'removed' && row.well === 'login-signed-out'))
    expect(keys, 'P7, whose tokens are stored').to.be.empty;
  else expect(storage.tokens, 'P7, what is stored').to.deep.equal(before.tokens);
}

/** All of one user, whose name is in the tokens themselves. */
function checkSession(stored: Readonly<Record<string, string>>, keys: readonly string[], username: string): void {
  expect(Object.keys(stored), 'P7, whose tokens are stored').to.have.members(keys);
  const [last, id, access, refresh] = keys.map((key) => stored[key]!);
  const [{ sub: ofId, 'cognito:username': name }, { sub, username: accessName }] = [claimsOf(id!), claimsOf(access!)];
  expect([last, name, accessName], 'P7, of whom they are').to.deep.equal([username, username, username]);
  expect(ofId, 'P7, the account that they are of').to.be.a('string').and.to.equal(sub);
  expect(refresh, 'P7, the refresh token').to.match(/./).and.not.to.equal('undefined');
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
  const code = cell.failure;
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
