import { expect } from '@open-wc/testing';
import { codeNeeded, refused, signedIn } from '../support/scripted-port.js';
import { type OpenLogin, openLogin, reachCode, requestCode, settle, submitCredentials } from './open-login.js';

const credentials = { username: 'ann', password: 'Blue-Lagoon-7' };
const again = { ...credentials, to: 'code' };

/** Every password that the port was given after the first. */
const resent = ({ ports }: OpenLogin) =>
  ports.flatMap(({ log }) => log.filter(([method]) => method === 'signIn')).slice(1);

async function submitCode({ controller }: OpenLogin): Promise<void> {
  controller.act({ type: 'submit-code', code: '123456' });
  await settle();
}

describe('the password kept for a new code', () => {
  it('is sent as it was typed', async () => {
    const login = openLogin();
    await reachCode(login);
    await requestCode(login);
    expect(resent(login)).to.deep.equal([['signIn', again]]);
    expect(login.ports).to.have.length(1);
  });

  it('lasts for as many codes as there are', async () => {
    const login = openLogin();
    await reachCode(login);
    for (let round = 0; round < 7; round++) {
      await requestCode(login);
      login.port.last.answer(codeNeeded());
      await settle();
    }
    expect(resent(login)).to.deep.equal(Array(5).fill(['signIn', again]));
  });

  it('lasts over a wrong code', async () => {
    const login = openLogin();
    await reachCode(login);
    await submitCode(login);
    login.port.last.answer(refused('wrong-code'));
    await settle();
    await requestCode(login);
    expect(resent(login)).to.deep.equal([['signIn', again]]);
  });

  const wipes: [what: string, resend: 'ask' | 'off'][] = [
    ['resend is switched to ask', 'ask'],
    ['resend is switched off', 'off'],
  ];
  for (const [what, resend] of wipes) {
    it(`is not sent once ${what}`, async () => {
      const login = openLogin();
      await submitCredentials(login);
      login.options.resend = resend;
      login.port.last.answer(codeNeeded());
      await settle();
      await requestCode(login);
      expect(resent(login)).to.deep.equal([]);
    });
  }

  it('is wiped when the page is hidden: the next request asks', async () => {
    const login = openLogin();
    await reachCode(login);
    window.dispatchEvent(new Event('pagehide'));
    await requestCode(login);
    expect(login.controller.state).to.have.nested.property('resend.asking', true);
    expect(resent(login)).to.deep.equal([]);
  });

  it('is wiped when the page is hidden while the first answer is under way', async () => {
    const login = openLogin();
    await submitCredentials(login);
    window.dispatchEvent(new Event('pagehide'));
    login.port.last.answer(codeNeeded());
    await settle();
    expect(login.controller.state).to.have.nested.property('resend.mode', 'ask');
  });

  it('is sent in full when the page is hidden just after the request', async () => {
    let paint: () => void = () => undefined;
    let held = false;
    const login = openLogin({
      painted: () => (held ? new Promise<void>((resolve) => (paint = resolve)) : Promise.resolve()),
    });
    await reachCode(login);
    held = true;
    await requestCode(login);
    window.dispatchEvent(new Event('pagehide'));
    paint();
    await settle();
    expect(resent(login)).to.deep.equal([['signIn', again]]);
  });

  it('is kept again once it was asked for', async () => {
    const login = openLogin();
    await reachCode(login);
    window.dispatchEvent(new Event('pagehide'));
    await requestCode(login);
    login.controller.act({ type: 'submit-password', password: 'Blue-Lagoon-7' });
    await settle();
    login.port.last.answer(codeNeeded());
    await settle();
    await requestCode(login);
    expect(resent(login)).to.deep.equal([
      ['signIn', again],
      ['signIn', again],
    ]);
  });

  it('is let go of with the answer when resend="ask"', async () => {
    const login = openLogin();
    login.options.resend = 'ask';
    await reachCode(login);
    login.options.resend = 'keep';
    await requestCode(login);
    expect(login.controller.state).to.have.nested.property('resend.asking', true);
    expect(resent(login)).to.deep.equal([]);
  });
});

/**
 * The controller keeps the password where no test can see it. A request for a code that the flow makes with `keep` shows it:
 * the terms of an answer say `keep` only while it is kept.
 */
const endings: [what: string, end: (login: OpenLogin) => Promise<void> | void][] = [
  ['success', (login) => answerCode(login, signedIn)],
  ['a failure that ends the attempt', (login) => answerCode(login, refused('session-spent'))],
  ['expiry', ({ clock }) => clock.advance(180_000)],
  ['start-over', ({ controller }) => controller.act({ type: 'start-over' })],
  ['sign-out', ({ controller }) => controller.act({ type: 'sign-out', global: false })],
  ['pagehide', () => void window.dispatchEvent(new Event('pagehide'))],
  ['a lasting disconnect', ({ controller }) => controller.hostDisconnected()],
];

async function answerCode(login: OpenLogin, outcome: Parameters<typeof login.port.last.answer>[0]): Promise<void> {
  await submitCode(login);
  login.port.last.answer(outcome);
}

/** Answers a sign-out that is under way with a code's request: no port does so, but its terms tell what is kept. */
async function probe(login: OpenLogin): Promise<unknown> {
  const { controller } = login;
  if (!controller.state.busy) controller.act({ type: 'sign-out', global: false });
  await settle();
  login.port.last.answer(codeNeeded());
  await settle();
  return controller.state.name === 'code' ? controller.state.resend?.mode : controller.state.name;
}

describe('after', () => {
  for (const [what, end] of endings) {
    it(`${what}: no password is kept`, async () => {
      const login = openLogin();
      await reachCode(login);
      await end(login);
      await settle();
      expect(await probe(login)).to.equal('ask');
    });
  }

  it('a refused password: it is not kept', async () => {
    const login = openLogin();
    await submitCredentials(login);
    login.port.last.answer(refused('invalid-credentials'));
    await settle();
    expect(await probe(login)).to.equal('ask');
  });

  it('an authenticator app is asked for: no password is kept', async () => {
    const login = openLogin();
    await reachCode(login, 'totp');
    await submitCode(login);
    login.port.last.answer(codeNeeded('sms'));
    await settle();
    expect(login.controller.state).to.have.nested.property('resend.mode', 'ask');
  });
});
