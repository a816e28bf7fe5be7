import { expect } from '@open-wc/testing';
import { challenge, handshake, jwt, type Reply, tokens } from '../support/scripted-service.js';
import { codeAnswer, errorOf, never, openScripted, openShelf, storedSession } from './open-scripted.js';

/** What a captive portal, a broken proxy or a stranger answers with status 200. */
const bodies: Readonly<Record<string, string>> = {
  'an empty body': '',
  'a truncated one': tokens().slice(0, -40),
  'a portal’s page': '<!doctype html><title>Welcome to the airport</title>',
  '{}': '{}',
  null: 'null',
  'a list': '[]',
  'a number': '42',
  'a text': '"ok"',
  'an empty result': '{"AuthenticationResult":{}}',
  'no ID token': tokens({ IdToken: undefined }),
  'an ID token that is no JWT': tokens({ IdToken: 'garbage' }),
  'an ID token without a payload': tokens({ IdToken: 'a.b.c' }),
  'an ID token without times': tokens({ IdToken: jwt({ exp: undefined }) }),
  'an access token that is no JWT': tokens({ AccessToken: '' }),
  'no refresh token': tokens({ RefreshToken: undefined }),
  'a refresh token that is no text': tokens({ RefreshToken: 7 }),
  'a challenge without a session': '{"ChallengeName":"SMS_MFA","ChallengeParameters":{}}',
  'a challenge whose name is no text': '{"ChallengeName":7,"Session":"a session of some length"}',
  'a challenge whose parameters are no texts': challenge('SMS_MFA', { CODE_DELIVERY_DESTINATION: {} }),
};

/** Where in a sign-in the bad answer comes: what goes before it. */
const places: Readonly<Record<string, { authFlow: 'srp' | 'password'; before: Reply[]; codes?: number }>> = {
  'the password': { authFlow: 'password', before: [] },
  'the code': { authFlow: 'password', before: [challenge('SMS_MFA')], codes: 1 },
  'SRP’s first request': { authFlow: 'srp', before: [] },
};

describe('a 200 that is no answer', () => {
  for (const [place, { authFlow, before, codes = 0 }] of Object.entries(places))
    for (const [name, body] of Object.entries(bodies))
      it(`to ${place}, ${name}, is a bad response and leaves the stored session alone`, async () => {
        const shelf = openShelf({ ...storedSession('eve'), theme: 'dark' });
        const before_ = shelf.content();
        const { port, service, signIn } = openScripted([...before, body], { authFlow, storage: shelf.storage });
        let outcome = await signIn();
        if (codes) outcome = await port.answer(codeAnswer('123456'), never);
        expect(errorOf(outcome).code).to.equal('bad-response');
        expect(shelf.content()).to.deep.equal(before_);
        expect(service.sent).to.have.lengthOf(before.length + 1);
      });

  for (const name of ['a portal’s page', '{}', 'no ID token', 'no refresh token'])
    it(`to SRP’s proof, ${name}, is a bad response and leaves the stored session alone`, async () => {
      const shelf = openShelf(storedSession('eve'));
      const { signIn } = openScripted([handshake(), bodies[name]!], { authFlow: 'srp', storage: shelf.storage });
      expect(errorOf(await signIn()).code).to.equal('bad-response');
      expect(shelf.content()).to.deep.equal(storedSession('eve'));
    });

  const handshakes = [
    { SRP_B: undefined },
    { SRP_B: 'no hex' },
    { SALT: '' },
    { SECRET_BLOCK: '<p>' },
    { USER_ID_FOR_SRP: '' },
  ];
  for (const changes of handshakes)
    it(`in a handshake, ${JSON.stringify(Object.entries(changes)[0])}, is a bad response`, async () => {
      const { signIn, service } = openScripted([handshake(changes)], { authFlow: 'srp' });
      expect(errorOf(await signIn()).code).to.equal('bad-response');
      expect(service.sent).to.have.lengthOf(1);
    });

  it('can be followed by a sign-in that succeeds', async () => {
    const { signIn } = openScripted(['<html>', tokens()]);
    expect(errorOf(await signIn()).retryable).to.equal(true);
    expect((await signIn()).kind).to.equal('signed-in');
  });
});
