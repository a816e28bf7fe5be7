import { expect } from '@open-wc/testing';
import { challenge, refusal, type Reply, silence, tokens } from '../support/scripted-service.js';
import { codeAnswer, credentials, errorOf, never, openScripted, rejection, until, wordOf } from './open-scripted.js';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const setUp = (factors: readonly string[] = ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP']) =>
  challenge('MFA_SETUP', { MFAS_CAN_SETUP: JSON.stringify(factors), USER_ID_FOR_SRP: 'ann-id' }, 'set-up '.repeat(5));
const associated = JSON.stringify({ SecretCode: secret, Session: 'associated '.repeat(3) });
const verified = JSON.stringify({ Status: 'SUCCESS', Session: 'verified '.repeat(3) });
const totp = { kind: 'set-up', factor: 'totp' } as const;

async function openAtSecret(...further: Reply[]) {
  const setting = openScripted([setUp(), associated, ...further]);
  await setting.signIn();
  const outcome = await setting.port.answer(totp, never);
  return { ...setting, outcome };
}

describe('the set-up of an authenticator app', () => {
  it('takes the secret, its first code and the end of the challenge, each with the Session before', async () => {
    const { port, service, outcome } = await openAtSecret(verified, tokens());
    expect(outcome).to.deep.equal({ kind: 'totp-set-up', secret });
    expect(wordOf(await port.answer(codeAnswer('123456'), never))).to.equal('signed-in');
    expect(service.operations()).to.deep.equal([
      ...['InitiateAuth', 'AssociateSoftwareToken', 'VerifySoftwareToken', 'MFA_SETUP'],
    ]);
    const [, associate, verify, end] = service.sent.map(({ params }) => params);
    expect(associate).to.deep.equal({ Session: 'set-up '.repeat(5) });
    const FriendlyDeviceName = 'Authenticator app';
    expect(verify).to.deep.equal({ Session: 'associated '.repeat(3), UserCode: '123456', FriendlyDeviceName });
    expect(end!.Session).to.equal('verified '.repeat(3));
    expect(end!.ChallengeResponses).to.deep.equal({ USERNAME: 'ann-id' });
  });

  const wrongs: Record<string, Reply> = {
    'refused as such': refusal('EnableSoftwareTokenMFAException', 'Code mismatch and fail enable Software Token MFA'),
    'refused like any code': refusal('CodeMismatchException', 'Invalid code received for user'),
    'answered with an error': '{"Status":"ERROR"}',
  };
  for (const [name, wrong] of Object.entries(wrongs))
    it(`keeps secret and Session after a wrong code that is ${name}`, async () => {
      const { port, service } = await openAtSecret(wrong, verified, tokens());
      expect(wordOf(await port.answer(codeAnswer('111111'), never))).to.equal('wrong-code');
      expect(wordOf(await port.answer(codeAnswer('222222'), never))).to.equal('signed-in');
      expect(service.sent[3]!.params.Session).to.equal('associated '.repeat(3));
    });

  it('does not verify twice where only its end was lost', async () => {
    const { port, service } = await openAtSecret(verified, new TypeError('Failed to fetch'), tokens());
    expect(wordOf(await port.answer(codeAnswer('123456'), never))).to.equal('offline');
    expect(wordOf(await port.answer(codeAnswer('654321'), never))).to.equal('signed-in');
    expect(service.operations().slice(2)).to.deep.equal(['VerifySoftwareToken', 'MFA_SETUP', 'MFA_SETUP']);
    expect(service.sent[4]!.params.Session).to.equal('verified '.repeat(3));
  });

  it('whose Session has ended says so', async () => {
    const ended = () => refusal('NotAuthorizedException', 'Invalid session for the user, session is expired.');
    const { port } = await openAtSecret(ended());
    expect(wordOf(await port.answer(codeAnswer('123456'), never))).to.equal('session-expired');
    const { port: other, signIn } = openScripted([setUp(), ended()]);
    await signIn();
    expect(wordOf(await other.answer(totp, never))).to.equal('session-expired');
  });

  const bodies: Record<string, string> = {
    'without a secret': '{"Session":"some session"}',
    'with a short secret': '{"SecretCode":"JBSWY3DP","Session":"some session"}',
    'with a secret that is no base32': '{"SecretCode":"<script>alert(1)</script>","Session":"some session"}',
    'without a Session': `{"SecretCode":"${secret}"}`,
    'that is a page': '<html>',
  };
  for (const [name, body] of Object.entries(bodies))
    it(`that is answered with a body ${name} can be asked for again`, async () => {
      const { port, signIn } = openScripted([setUp(), body, associated]);
      await signIn();
      expect(wordOf(await port.answer(totp, never))).to.equal('bad-response');
      expect(wordOf(await port.answer(totp, never))).to.equal('totp-set-up');
    });

  it('takes no answer but the service’s for the check of the code', async () => {
    for (const body of ['{}', '{"Status":"SUCCESS"}', '{"Status":"FINE","Session":"some session"}', '<html>']) {
      const { port, service } = await openAtSecret(body);
      expect(wordOf(await port.answer(codeAnswer('123456'), never))).to.equal('bad-response');
      expect(service.sent).to.have.lengthOf(3);
    }
  });

  it('ends with its signal, and after 15 s of silence', async () => {
    const { port, service, clock } = await openAtSecret(silence, silence);
    const controller = new AbortController();
    const left = rejection(port.answer(codeAnswer('123456'), controller.signal));
    await until(() => service.sent.length === 3);
    controller.abort(new Error('Gone.'));
    expect(await left).to.equal(controller.signal.reason);
    const waiting = port.answer(codeAnswer('123456'), never);
    await until(() => service.sent.length === 4);
    clock.advance(15_000);
    expect(wordOf(await waiting)).to.equal('timeout');
    expect(clock.pending).to.equal(0);
  });
});

describe('the set-up of codes by e-mail', () => {
  const email = { kind: 'email', email: 'ann@example.com' } as const;
  const asked = challenge('EMAIL_OTP', { CODE_DELIVERY_DESTINATION: 'a***@e***' });

  it('asks for the address without a request, and then for the code that proves it', async () => {
    const { port, signIn, service } = openScripted([setUp(), asked, tokens()]);
    expect(await signIn()).to.deep.equal({ kind: 'set-up-choice', factors: ['totp', 'email'] });
    expect(await port.answer({ kind: 'set-up', factor: 'email' }, never)).to.deep.equal({ kind: 'email-needed' });
    expect(service.sent).to.have.lengthOf(1);
    const needed = { kind: 'code-needed', channel: 'email', again: 'password', alternatives: true };
    expect(await port.answer(email, never)).to.include(needed);
    const { ChallengeResponses, Session } = service.sent[1]!.params;
    expect(ChallengeResponses).to.deep.equal({ USERNAME: 'ann-id', EMAIL: 'ann@example.com' });
    expect(Session).to.equal('set-up '.repeat(5));
    expect(wordOf(await port.answer(codeAnswer('123456'), never))).to.equal('signed-in');
  });

  it('asks for the address at once where nothing else is offered', async () => {
    const { port, signIn, service } = openScripted([setUp(['EMAIL_OTP']), asked]);
    expect(await signIn()).to.deep.equal({ kind: 'email-needed' });
    expect(wordOf(await port.answer(email, never))).to.equal('code-needed');
    expect(service.sent).to.have.lengthOf(2);
  });

  it('asks for the address again where it was mistyped', async () => {
    const { port, signIn } = openScripted([setUp(['EMAIL_OTP']), asked, setUp(['EMAIL_OTP'])]);
    await signIn();
    expect(await port.answer(email, never)).to.include({ alternatives: true });
    const { username, password } = credentials;
    expect(wordOf(await port.signIn({ username, password, to: 'choice' }, never))).to.equal('email-needed');
  });

  it('keeps its session after an address that is somebody else’s', async () => {
    const taken = refusal('AliasExistsException', 'An account with the given email already exists.');
    const { port, signIn } = openScripted([setUp(['EMAIL_OTP']), taken, asked]);
    await signIn();
    expect(errorOf(await port.answer(email, never)).code).to.equal('account-conflict');
    expect(wordOf(await port.answer(email, never))).to.equal('code-needed');
  });
});
