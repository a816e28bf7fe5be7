import { expect } from '@open-wc/testing';
import { challenge, handshake, refusal, type Reply, tokens } from '../support/scripted-service.js';
import { clientId, codeAnswer, credentials, errorOf, never, openScripted, until, wordOf } from './open-scripted.js';

describe('a request', () => {
  it('carries the protocol’s headers and nothing of the page’s', async () => {
    const { signIn, service } = openScripted([tokens()]);
    await signIn();
    const { url, init } = service.sent[0]!;
    expect(url).to.equal('https://cognito-idp.eu-west-1.amazonaws.com/');
    expect(init.headers).to.deep.equal({
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': 'AWSCognitoIdentityProviderService.InitiateAuth',
      'X-Amz-User-Agent': 'cognito-mfa-login',
      'Cache-Control': 'no-store',
    });
    expect(init).to.include({ method: 'POST', mode: 'cors', cache: 'no-store', credentials: 'omit' });
    expect(init).to.include({ referrerPolicy: 'no-referrer' });
  });

  it('follows no redirect, which would take the password along', async () => {
    const { signIn, service } = openScripted([tokens()]);
    await signIn();
    expect(service.sent[0]!.init.redirect).to.equal('error');
  });

  it('says in the password flow what was typed, byte for byte', async () => {
    const { port, service } = openScripted([tokens()]);
    const typed = { username: 'Änn ', password: ' pä🔑 ' + 'x'.repeat(250) };
    await port.signIn(typed, never);
    expect(service.sent[0]!.params).to.deep.include({
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: typed.username, PASSWORD: typed.password },
    });
  });

  it('of SRP never holds the password', async () => {
    const { signIn, service } = openScripted([handshake(), tokens()], { authFlow: 'srp' });
    expect(wordOf(await signIn())).to.equal('signed-in');
    expect(Object.keys(service.sent[0]!.params.AuthParameters!)).to.have.members(['USERNAME', 'SRP_A']);
    const bodies = service.sent.map(({ init }) => String(init.body));
    expect(bodies.join()).not.to.contain(credentials.password);
  });

  it('hands the client metadata to every trigger', async () => {
    const clientMetadata = { tenant: 'blue' };
    const script = [handshake(), challenge('SMS_MFA'), tokens()];
    const { port, signIn, service } = openScripted(script, { authFlow: 'srp', clientMetadata });
    await signIn();
    await port.answer(codeAnswer('123456'), never);
    expect(service.sent.map(({ params }) => params.ClientMetadata)).to.deep.equal(Array(3).fill(clientMetadata));
    expect(service.sent.map(({ init }) => JSON.parse(String(init.body)).ClientId)).to.deep.equal(
      Array(3).fill(clientId),
    );
  });

  it('is made once, whatever the answer', async () => {
    const script = [refusal('InternalErrorException', '', 500), refusal('TooManyRequestsException', '', 429)];
    const { signIn, service } = openScripted([...script, new TypeError('Failed to fetch')]);
    for (let time = 1; time <= 3; time++) {
      await signIn();
      expect(service.sent).to.have.lengthOf(time);
    }
  });
});

/** A body in pieces of 16 KB, without Content-Length, that counts what was asked of it. */
function streamed(bytes: number) {
  const state = { given: 0, cancelled: false };
  const piece = new Uint8Array(16 * 1024).fill(0x20);
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (state.given >= bytes) return controller.close();
      state.given += piece.length;
      controller.enqueue(piece);
    },
    cancel: () => void (state.cancelled = true),
  });
  return { state, reply: (() => new Response(body)) satisfies Reply };
}

/** The tokens in a body of so many bytes. */
const padded = (bytes: number) => tokens().padEnd(bytes, ' ');

describe('a body', () => {
  it('is read up to 64 KB', async () => {
    const { signIn } = openScripted([padded(64 * 1024), padded(64 * 1024 + 1)]);
    expect(wordOf(await signIn())).to.equal('signed-in');
    expect(errorOf(await signIn()).code).to.equal('bad-response');
  });

  it('without an end is read no further than that, and then let go', async () => {
    const { state, reply } = streamed(2 * 1024 * 1024);
    const { signIn } = openScripted([reply]);
    expect(errorOf(await signIn()).code).to.equal('bad-response');
    await until(() => state.cancelled);
    expect(state.given).to.be.below(160 * 1024);
  });

  it('may come in pieces that cut a character in two', async () => {
    const bytes = new TextEncoder().encode(challenge('EMAIL_OTP', { CODE_DELIVERY_DESTINATION: 'ü***@ö***' }));
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const { signIn } = openScripted([() => new Response(body)]);
    expect(await signIn()).to.include({ destination: 'ü***@ö***' });
  });
});
