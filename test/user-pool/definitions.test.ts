import { expect } from '@open-wc/testing';
import { scenarios } from '../../demo/user-pool/scenarios.js';

const host = testSettings.poolHost;
const define = (body: object) => fetch(`${host}/pools`, { method: 'POST', body: JSON.stringify(body) });

const ann = { username: 'ann', password: 'p' };
const round = { parameters: { question: '?' }, answer: '!' };

describe('the definition of a pool', () => {
  const malformed: [object, RegExp][] = [
    [{ settings: { mfaConfiguration: 'SOMETIMES' } }, /mfaConfiguration is one of OFF, OPTIONAL, ON/],
    [{ settings: { mfaConfiguration: true } }, /mfaConfiguration is one of/],
    [{ settings: { setUpFactors: 'EMAIL_OTP' } }, /setUpFactors is of the type/],
    [{ settings: { requiredAttributes: [1] } }, /requiredAttributes is of the type/],
    [{ settings: { mfaAfterCustomChallenge: 'yes' } }, /mfaAfterCustomChallenge is of the type/],
    [{ settings: { passwordPolicy: [] } }, /passwordPolicy is an object with any of minimumLength/],
    [{ settings: { passwordPolicy: { minimumLength: 5 } } }, /minimumLength \(6 to 99\)/],
    [{ settings: { passwordPolicy: { passwordHistorySize: 2.5 } } }, /passwordHistorySize/],
    [{ settings: { passwordPolicy: { requireNumbers: 1 } } }, /requireNumbers/],
    [{ settings: { passwordPolicy: { requireEmoji: true } } }, /passwordPolicy is an object with any of/],
    [{ settings: { customChallenges: round } }, /customChallenges is a list of {parameters, answer}/],
    [{ settings: { customChallenges: [{ answer: '!' }] } }, /customChallenges is a list/],
    [{ settings: { customChallenges: [{ ...round, answer: '' }] } }, /customChallenges is a list/],
    [{ settings: { customChallenges: [{ ...round, parameters: { n: 1 } }] } }, /customChallenges is a list/],
    [{ settings: { unknownChallenge: round } }, /unknownChallenge is null or {name, parameters, answer}/],
    [{ settings: { unknownChallenge: { ...round, name: 'two words' } } }, /unknownChallenge is null or/],
    [{ settings: { deviceTracking: 'sometimes' } }, /deviceTracking is one of off, always, opt-in/],
    [{ settings: { signInFactors: [] } }, /signInFactors is a list of some of PASSWORD/],
    [{ settings: { signInFactors: ['SMS_MFA'] } }, /signInFactors is a list/],
    [{ settings: { webAuthn: { relyingPartyId: 'localhost' } } }, /webAuthn is {relyingPartyId, userVerification}/],
    [{ users: [{ ...ann, mfas: 'sms' }] }, /mfas is a list/],
    [{ users: [{ ...ann, mfas: ['sms'] }] }, /mfa sms needs phoneNumber/],
    [{ users: [{ ...ann, email: 'a@example.com', mfas: ['email', 'pigeon'] }] }, /mfa is one of sms, totp, email/],
    [{ users: [{ ...ann, attributes: { given_name: 1 } }] }, /attributes is an object of texts/],
  ];
  for (const [body, words] of malformed) {
    it(`is refused where it is ${JSON.stringify(body)}`, async () => {
      const response = await define(body);
      expect(response.status).to.equal(400);
      expect((await response.json()).message).to.match(words);
    });
  }
});

describe('the scenarios', () => {
  it('have names and sentences, no two the same', () => {
    for (const key of ['name', 'title'] as const) {
      expect(new Set(scenarios.map((scenario) => scenario[key]))).to.have.property('size', scenarios.length);
    }
    expect(new Set(scenarios.map(({ user }) => user.username))).to.have.property('size', scenarios.length);
    for (const { name, title, hint, user } of scenarios) {
      expect(name).to.match(/^[a-z]+(-[a-z]+)*$/);
      for (const words of [title, hint, user.description]) expect(words).to.match(/\w+ \w+/);
    }
  });

  for (const { name, settings, user } of scenarios) {
    it(`${name}: is a pool of the host, and a definition that it takes`, async () => {
      const { path, clientId, userPoolId, users } = await (await fetch(`${host}/pools/${name}`)).json();
      expect(path).to.equal(`/pools/${name}/`);
      expect(clientId).to.match(/^[\w+]{1,128}$/);
      expect(userPoolId).to.match(/^local_[A-Z][0-9a-zA-Z]+$/);
      expect(users).to.deep.equal([user]);
      expect((await define({ settings, users: [user] })).status).to.equal(201);
    });
  }
});
