import { expect } from '@open-wc/testing';
import { challenge, handshake, refusal, tokens } from '../support/scripted-service.js';
import { errorOf, never, openScripted, openShelf, storedSession, wordOf } from './open-scripted.js';

/** The challenges of the service's model that are no part of these steps, and one that does not exist yet. */
const unsupported = [
  ...['SMS_OTP', 'SELECT_CHALLENGE', 'WEB_AUTHN', 'PASSWORD', 'PASSWORD_SRP', 'SELECT_MFA_TYPE', 'MFA_SETUP'],
  ...['NEW_PASSWORD_REQUIRED', 'CUSTOM_CHALLENGE', 'DEVICE_SRP_AUTH', 'DEVICE_PASSWORD_VERIFIER', 'ADMIN_NO_SRP_AUTH'],
  ...['PALM_READING', 'constructor', 'toString'],
];
const sms = challenge('SMS_MFA', { CODE_DELIVERY_DESTINATION: '+********4114', USER_ID_FOR_SRP: 'ann-id' });

describe('a challenge', () => {
  const codes = [
    ['SMS_MFA', 'sms', 'SMS_MFA_CODE'],
    ['SOFTWARE_TOKEN_MFA', 'totp', 'SOFTWARE_TOKEN_MFA_CODE'],
    ['EMAIL_OTP', 'email', 'EMAIL_OTP_CODE'],
  ] as const;
  for (const [name, channel, field] of codes)
    it(`${name} asks for a code by ${channel} and is answered with ${field}`, async () => {
      const asked = challenge(name, { CODE_DELIVERY_DESTINATION: 'f***@e***' }, 'the session of this challenge');
      const { port, signIn, service } = openScripted([asked, tokens()]);
      expect(await signIn()).to.deep.equal({ kind: 'code-needed', channel, destination: 'f***@e***' });
      expect(wordOf(await port.confirm('123456', never))).to.equal('signed-in');
      const { ChallengeName, ChallengeResponses, Session } = service.sent[1]!.params;
      expect({ ChallengeName, ChallengeResponses, Session }).to.deep.equal({
        ChallengeName: name,
        ChallengeResponses: { USERNAME: 'ann', [field]: '123456' },
        Session: 'the session of this challenge',
      });
    });

  it('is answered in the name that the service gave the user', async () => {
    const { port, signIn, service } = openScripted([sms, tokens()]);
    await signIn();
    await port.confirm('123456', never);
    expect(service.sent[1]!.params.ChallengeResponses!.USERNAME).to.equal('ann-id');
  });

  it('that sends no message has no destination', async () => {
    const { signIn } = openScripted([challenge('SOFTWARE_TOKEN_MFA', { FRIENDLY_DEVICE_NAME: 'phone' })]);
    expect(await signIn()).to.deep.equal({ kind: 'code-needed', channel: 'totp', destination: null });
  });
});

describe('a challenge outside these steps', () => {
  for (const name of unsupported) {
    it(`${name} after the password is named, and leaves the stored session alone`, async () => {
      const shelf = openShelf(storedSession('eve'));
      const { port, signIn, service } = openScripted([challenge(name)], { storage: shelf.storage });
      const error = errorOf(await signIn());
      expect([error.code, error.cause?.name]).to.deep.equal(['unsupported-challenge', name]);
      expect(shelf.content()).to.deep.equal(storedSession('eve'));
      expect(wordOf(await port.confirm('123456', never)), 'a code has nothing to answer').to.equal('session-expired');
      expect(service.sent).to.have.lengthOf(1);
    });

    it(`${name} after a code is named, and leaves the stored session alone`, async () => {
      const shelf = openShelf(storedSession('eve'));
      const { port, signIn, service } = openScripted([sms, challenge(name)], { storage: shelf.storage });
      await signIn();
      expect(wordOf(await port.confirm('123456', never))).to.equal('unsupported-challenge');
      expect(shelf.content()).to.deep.equal(storedSession('eve'));
      expect(wordOf(await port.confirm('123456', never)), 'the first session is spent').to.equal('session-expired');
      expect(service.sent).to.have.lengthOf(2);
    });
  }

  for (const name of ['SELECT_CHALLENGE', 'NEW_PASSWORD_REQUIRED', 'PALM_READING']) {
    it(`${name} in place of SRP’s handshake is named, and no proof is sent`, async () => {
      const { signIn, service } = openScripted([challenge(name)], { authFlow: 'srp' });
      expect(wordOf(await signIn())).to.equal('unsupported-challenge');
      expect(service.sent).to.have.lengthOf(1);
    });

    it(`${name} after SRP’s proof is named`, async () => {
      const { signIn } = openScripted([handshake(), challenge(name)], { authFlow: 'srp' });
      expect(wordOf(await signIn())).to.equal('unsupported-challenge');
    });
  }

  it('SMS_MFA in place of SRP’s handshake asks for its code', async () => {
    const { port, signIn } = openScripted([sms, tokens()], { authFlow: 'srp' });
    expect(wordOf(await signIn())).to.equal('code-needed');
    expect(wordOf(await port.confirm('123456', never))).to.equal('signed-in');
  });

  it('PASSWORD_VERIFIER in answer to the password flow is named', async () => {
    const { signIn } = openScripted([handshake()]);
    expect(wordOf(await signIn())).to.equal('unsupported-challenge');
  });
});

describe('a further code challenge', () => {
  it('goes on with its own session, name and field', async () => {
    const email = challenge('EMAIL_OTP', { CODE_DELIVERY_DESTINATION: 'e***@e***' }, 'another session of some length');
    const { port, signIn, service } = openScripted([sms, email, tokens()]);
    await signIn();
    expect(await port.confirm('111111', never)).to.include({ kind: 'code-needed', channel: 'email' });
    expect(wordOf(await port.confirm('222222', never))).to.equal('signed-in');
    const { Session, ChallengeResponses } = service.sent[2]!.params;
    expect(Session).to.equal('another session of some length');
    expect(ChallengeResponses).to.deep.equal({ USERNAME: 'ann', EMAIL_OTP_CODE: '222222' });
  });
});

describe('an attempt', () => {
  it('keeps its session after a wrong code', async () => {
    const wrong = refusal('CodeMismatchException', 'Invalid code or auth state for the user.');
    const { port, signIn, service } = openScripted([sms, wrong, tokens()]);
    await signIn();
    expect(wordOf(await port.confirm('111111', never))).to.equal('wrong-code');
    expect(wordOf(await port.confirm('222222', never))).to.equal('signed-in');
    expect(service.sent[2]!.params.Session).to.equal(service.sent[1]!.params.Session);
  });

  it('is gone once abandoned, and once it succeeded', async () => {
    const { port, signIn, service } = openScripted([sms, sms, tokens()]);
    await signIn();
    port.abandon();
    expect(wordOf(await port.confirm('123456', never))).to.equal('session-expired');
    await signIn();
    await port.confirm('123456', never);
    expect(wordOf(await port.confirm('123456', never))).to.equal('session-expired');
    expect(service.sent).to.have.lengthOf(3);
  });

  it('outlives a second sign-in that fails, which is how “send a new code” may fail', async () => {
    const { port, signIn, service } = openScripted([sms, refusal('TooManyRequestsException'), tokens()]);
    await signIn();
    expect(wordOf(await signIn())).to.equal('busy');
    expect(wordOf(await port.confirm('123456', never))).to.equal('signed-in');
    expect(service.sent[2]!.params.Session).to.be.a('string');
  });
});
