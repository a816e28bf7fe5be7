import { expect } from '@open-wc/testing';
import type { LoginSettings } from '../../src/controller/login-settings.js';
import { codeNeeded, refused } from '../support/scripted-port.js';
import { openLogin, settle, submitCredentials, type OpenLogin } from './open-login.js';

const asked = { kind: 'challenge-asked', name: 'PALM_READING', parameters: { hand: 'left' } } as const;
type Respond = Parameters<LoginSettings['offerChallenge']>[1];

/** A page that takes every challenge over. */
function openPage(listen: (respond: Respond) => void = () => undefined) {
  const responds: Respond[] = [];
  const login = openLogin({
    offerChallenge(_, respond) {
      responds.push(respond);
      listen(respond);
      return true;
    },
  });
  return { login, responds };
}

async function askedFor(login: OpenLogin): Promise<void> {
  await submitCredentials(login);
  login.port.last.answer(asked);
  await settle();
}

describe('a challenge that the page takes over', () => {
  it('is a step, and respond() sends the answers', async () => {
    const { login, responds } = openPage();
    await askedFor(login);
    expect(login.controller.state).to.deep.include({
      name: 'custom-challenge',
      challenge: 'PALM_READING',
      shownBy: 'page',
    });
    responds[0]!({ ANSWER: 'long life' });
    await settle();
    expect(login.port.log.at(-1)).to.deep.equal(['answer', { kind: 'challenge', answers: { ANSWER: 'long life' } }]);
  });

  it('may be answered from within the listener', async () => {
    const { login } = openPage((respond) => respond({ ANSWER: 'at once' }));
    await askedFor(login);
    expect(login.port.log.at(-1)?.[1]).to.deep.equal({ kind: 'challenge', answers: { ANSWER: 'at once' } });
  });

  it('is answered once, and an answer to an earlier round is dropped', async () => {
    const { login, responds } = openPage();
    await askedFor(login);
    responds[0]!({ ANSWER: 'one' });
    responds[0]!({ ANSWER: 'two' });
    await settle();
    expect(login.port.calls).to.have.length(2);
    login.port.last.answer(asked);
    await settle();
    responds[0]!({ ANSWER: 'late' });
    await settle();
    expect(login.port.calls).to.have.length(2);
    responds[1]!({ ANSWER: 'second round' });
    await settle();
    expect(login.port.calls).to.have.length(3);
  });

  it('does not take the place of a sign-in that the page begins when it hears of it', async () => {
    const login = openLogin({
      offerChallenge() {
        login.controller.act({ type: 'start-over' });
        login.controller.act({ type: 'submit-credentials', username: 'bob', password: 'Blue-Lagoon-7' });
        return true;
      },
    });
    await askedFor(login);
    expect(login.controller.state).to.include({ name: 'sign-in', username: 'bob', busy: 'authenticate' });
    login.port.last.answer(codeNeeded());
    await settle();
    expect(login.controller.state).to.include({ name: 'code', username: 'bob' });
    expect(login.told()).to.deep.equal(['step code', 'code-sent']);
  });

  it('that nobody takes over fails, and names the challenge', async () => {
    const login = openLogin();
    await askedFor(login);
    expect(login.told()).to.deep.equal(['failure']);
    expect(login.reports[0]).to.have.nested.property('error.cause.name', 'PALM_READING');
  });
});

describe('a passkey that is picked from the list', () => {
  it('is sent, and the first step is busy with it', async () => {
    const login = openLogin();
    void login.controller.offerPasskey('pat');
    await settle();
    login.port.offered[0]!.pick(true);
    await settle();
    expect(login.controller.state).to.include({ name: 'sign-in', username: 'pat', busy: 'authenticate' });
    expect(login.ports.flatMap(({ log }) => log)).to.deep.equal([['answer', { kind: 'passkey' }]]);
    expect(login.ports, 'another port knows nothing of it').to.have.lengthOf(1);
  });

  it('is no longer waited for once the person submits a password', async () => {
    const login = openLogin();
    void login.controller.offerPasskey('pat');
    await settle();
    const offered = login.port.offered[0]!;
    await submitCredentials(login);
    expect(offered.signal.aborted).to.equal(true);
  });

  it('is asked for in the first step alone: it would take the place of the attempt under way', async () => {
    const login = openLogin();
    await submitCredentials(login);
    login.port.last.answer(codeNeeded());
    await settle();
    void login.controller.offerPasskey('pat');
    await settle();
    expect(login.controller.state.name).to.equal('code');
    expect(login.ports.flatMap(({ offered }) => offered)).to.deep.equal([]);
  });
});

describe('the password that was chosen anew', () => {
  it('signs in after a reset', async () => {
    const login = openLogin();
    login.controller.act({ type: 'forgot-password', username: 'ann' });
    login.controller.act({ type: 'request-reset', username: 'ann' });
    await settle();
    login.port.last.answer({ kind: 'reset-sent' });
    await settle();
    login.controller.act({ type: 'submit-reset', code: '123456', password: 'Green-Meadow-9' });
    await settle();
    login.port.last.answer({ kind: 'password-reset' });
    await settle();
    expect(login.port.log.at(-1)).to.deep.equal([
      'signIn',
      { username: 'ann', password: 'Green-Meadow-9', to: 'code' },
    ]);
  });

  it('is what a new code takes after the pool demanded it', async () => {
    const login = openLogin();
    await submitCredentials(login);
    login.port.last.answer({ kind: 'new-password-needed', attributes: [] });
    await settle();
    login.controller.act({ type: 'submit-new-password', password: 'Green-Meadow-9', attributes: [] });
    await settle();
    login.port.last.answer(codeNeeded());
    await settle();
    login.clock.advance(30_000);
    login.controller.act({ type: 'request-code' });
    await settle();
    expect(login.port.log.at(-1)?.[1]).to.include({ password: 'Green-Meadow-9' });
  });

  it('typed at sign-in is used after the account was confirmed, also with resend="off"', async () => {
    const login = openLogin();
    login.options.resend = 'off';
    await submitCredentials(login);
    login.port.last.answer(refused('confirm-required'));
    await settle();
    login.controller.act({ type: 'submit-code', code: '123456' });
    await settle();
    login.port.last.answer({ kind: 'confirmed' });
    await settle();
    expect(login.port.log.at(-1)?.[1]).to.include({ username: 'ann', password: 'Blue-Lagoon-7' });
  });
});
