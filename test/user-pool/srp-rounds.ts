/**
 * 500 logins with the right password and 500 with a wrong one, the client's half being the SDK's as published, arithmetic
 * included. That takes 0.3 s a login, so the rounds are dealt out to one process for each core.
 *
 * Run: npx tsx test/user-pool/srp-rounds.ts [rounds]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import * as sdk from 'amazon-cognito-identity-js';
import { clientOf, type Figures, playRounds } from './rounds.js';

async function share(from: number, to: number): Promise<Figures> {
  const child = fork(fileURLToPath(import.meta.url), ['--share', String(from), String(to)]);
  const exited = once(child, 'exit').then(([code]) => Promise.reject(new Error(`A share ended with ${code}.`)));
  const [figures] = await Promise.race([once(child, 'message'), exited]);
  return figures;
}

async function main(rounds: number): Promise<void> {
  const started = performance.now();
  const processes = availableParallelism();
  const limit = (index: number) => Math.floor((rounds * index) / processes);
  const shares = await Promise.all(
    Array.from({ length: processes }, (_, index) => share(limit(index), limit(index + 1))),
  );
  const sum = (name: keyof Figures) => shares.reduce((total, figures) => total + figures[name], 0);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const [played, refused, taken] = [sum('rounds'), sum('refused'), sum('taken')];
  console.log(
    `SRP: ${played} right passwords, ${refused} refused; ${played} wrong passwords, ${taken} taken; ${processes} processes, ${seconds} s`,
  );
  process.exitCode = played === rounds && refused + taken === 0 ? 0 : 1;
}

const [flag, from, to] = process.argv.slice(2);
if (flag === '--share') {
  process.send?.(await playRounds(clientOf(sdk), Number(from), Number(to)));
  process.disconnect();
} else {
  await main(Number(flag ?? 500));
}
