import { expect } from '@open-wc/testing';
import { N } from '../../demo/user-pool/srp.js';
import { challenge, handshake, refusal, tokens } from '../support/scripted-service.js';
import { codeAnswer, never, openScripted, openShelf, settled, wordOf } from './open-scripted.js';

/** Rejections and errors that nobody caught while a test ran. */
function watchUncaught() {
  const uncaught: unknown[] = [];
  const note = (event: Event) => {
    event.preventDefault();
    uncaught.push(event instanceof PromiseRejectionEvent ? event.reason : event);
  };
  addEventListener('unhandledrejection', note);
  addEventListener('error', note);
  return {
    uncaught,
    stop: () => {
      removeEventListener('unhandledrejection', note);
      removeEventListener('error', note);
    },
  };
}

/** A page's script for advanced security, which the SDK asks while it builds each request; it fails when asked for the n-th time. */
function failingSecurityScript(n: number) {
  let asked = 0;
  const getData = () => {
    asked += 1;
    if (asked === n) throw new Error('The script failed.');
    return 'data';
  };
  Object.assign(globalThis, { AmazonCognitoAdvancedSecurityData: { getData } });
}

describe('one submission has one outcome', () => {
  let watch: ReturnType<typeof watchUncaught>;
  beforeEach(() => (watch = watchUncaught()));
  afterEach(async () => {
    Reflect.deleteProperty(globalThis, 'AmazonCognitoAdvancedSecurityData');
    await settled();
    watch.stop();
    expect(watch.uncaught).to.deep.equal([]);
  });

  it('when SDK code throws before anything is sent', async () => {
    failingSecurityScript(1);
    const { signIn, service } = openScripted([tokens()]);
    expect(wordOf(await signIn())).to.equal('client-error');
    expect(service.sent).to.have.lengthOf(0);
  });

  it('when SDK code throws after A was computed, in a later task', async () => {
    failingSecurityScript(1);
    const { signIn, service } = openScripted([handshake(), tokens()], { authFlow: 'srp' });
    expect(wordOf(await signIn())).to.equal('client-error');
    expect(service.sent).to.have.lengthOf(0);
  });

  it('when SDK code throws after the proof was computed, in a later task', async () => {
    // Twice for the first request, and the third time for the second.
    failingSecurityScript(3);
    const { signIn, service } = openScripted([handshake(), tokens()], { authFlow: 'srp' });
    expect(wordOf(await signIn())).to.equal('client-error');
    expect(service.operations()).to.deep.equal(['InitiateAuth']);
  });

  it('when SDK code throws over the service’s answer', async () => {
    // B mod N = 0, which RFC 5054, section 2.5.3, forbids.
    const { signIn, service } = openScripted([handshake({ SRP_B: N.toString(16) }), tokens()], { authFlow: 'srp' });
    expect(wordOf(await signIn())).to.equal('client-error');
    expect(service.operations()).to.deep.equal(['InitiateAuth']);
  });

  it('when SDK code throws while a code is sent', async () => {
    const { port, signIn, service } = openScripted([challenge('SMS_MFA'), tokens()]);
    await signIn();
    failingSecurityScript(1);
    expect(wordOf(await port.answer(codeAnswer('123456'), never))).to.equal('client-error');
    expect(service.sent).to.have.lengthOf(1);
    expect(wordOf(await port.answer(codeAnswer('123456'), never))).to.equal('signed-in');
  });

  it('when the storage throws over the tokens', async () => {
    const { storage } = openShelf();
    const full = {
      ...storage,
      setItem() {
        throw new DOMException('Full', 'QuotaExceededError');
      },
    };
    const { signIn, warnings } = openScripted([tokens()], { storage: full });
    expect(wordOf(await signIn())).to.equal('signed-in');
    expect(warnings).to.have.lengthOf(1);
  });

  it('when the service knows no device: the proof is not repeated', async () => {
    const noDevice = refusal('ResourceNotFoundException', 'Device does not exist.');
    const { signIn, service } = openScripted([handshake(), noDevice, noDevice, noDevice, tokens()], {
      authFlow: 'srp',
    });
    expect(wordOf(await signIn())).to.equal('config-error');
    expect(service.operations()).to.deep.equal(['InitiateAuth', 'PASSWORD_VERIFIER']);
  });

  it('when the proof is refused after two computations of A', async () => {
    const wrong = refusal('NotAuthorizedException', 'Incorrect username or password.');
    const { signIn, service } = openScripted([handshake(), wrong], { authFlow: 'srp' });
    expect(wordOf(await signIn())).to.equal('invalid-credentials');
    expect(service.operations()).to.deep.equal(['InitiateAuth', 'PASSWORD_VERIFIER']);
  });
});

describe('a second sign-in', () => {
  it('after a failed SRP is made in the name that was typed', async () => {
    const wrong = () => refusal('NotAuthorizedException', 'Incorrect username or password.');
    const { signIn, service } = openScripted([handshake(), wrong(), handshake(), wrong()], { authFlow: 'srp' });
    await signIn();
    await signIn();
    const names = service.sent.map(({ params }) => (params.AuthParameters ?? params.ChallengeResponses)!.USERNAME);
    expect(names).to.deep.equal(['ann', 'ann-id', 'ann', 'ann-id']);
  });

  it('in flight with the first gives each its own outcome', async () => {
    const { port, service } = openScripted([challenge('SMS_MFA'), tokens()]);
    const outcomes = [
      port.signIn({ username: 'a', password: 'p' }, never),
      port.signIn({ username: 'b', password: 'p' }, never),
    ];
    expect((await Promise.all(outcomes)).map(wordOf)).to.deep.equal(['code-needed', 'signed-in']);
    expect(service.sent.map(({ params }) => params.AuthParameters!.USERNAME)).to.deep.equal(['a', 'b']);
  });
});
