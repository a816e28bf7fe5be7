import { expect } from '@open-wc/testing';
import { ann, bob, dan, eve, openPool, password, type TestPool, tom, wrongPassword } from '../support/pool.js';
import { type Answer, call, errorOf, initiate, respond, sentences, signIn } from './call.js';
import { beginSrp, SRP_A, signInBySrp } from './srp-client.js';

type Way = (pool: TestPool, username: string, password?: string) => Promise<Answer>;
const ways: [string, Way][] = [
  ['USER_PASSWORD_AUTH', signIn],
  ['USER_SRP_AUTH', (pool, username, password) => signInBySrp(pool, password ? { username, password } : { username })],
];

for (const [flow, attempt] of ways) {
  describe(`sign-in by ${flow}`, () => {
    let pool: TestPool;
    before(async () => {
      pool = await openPool();
    });

    it('gives tokens where the password is all that is asked', async () => {
      const { body, status } = await attempt(pool, 'bob');
      expect(status).to.equal(200);
      expect(body.AuthenticationResult).to.include({ ExpiresIn: 3600, TokenType: 'Bearer' });
      expect(body.ChallengeParameters).to.deep.equal({});
    });

    const challenges = [
      [ann, 'SMS_MFA', { CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS', CODE_DELIVERY_DESTINATION: '+********0114' }, 1],
      [tom, 'SOFTWARE_TOKEN_MFA', {}, 0],
      [eve, 'EMAIL_OTP', { CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL', CODE_DELIVERY_DESTINATION: 'e***@e***' }, 1],
    ] as const;
    for (const [{ username }, name, parameters, messages] of challenges) {
      it(`sets ${name} and sends ${messages} message(s)`, async () => {
        const sent = (await pool.outbox()).length;
        const { body } = await attempt(pool, username);
        expect(body.ChallengeName).to.equal(name);
        expect(body.Session).to.have.length.within(20, 2048);
        expect(body.ChallengeParameters).to.include({ ...parameters, USER_ID_FOR_SRP: username });
        expect((await pool.outbox()).length - sent).to.equal(messages);
      });
    }

    it('takes the name in any case, the e-mail address and other names', async () => {
      const named = await openPool({ users: [{ ...ann, aliases: ['annie'] }] });
      for (const name of ['ANN', 'Ann@Example.com', '+447700900114', 'annie']) {
        const { body } = await attempt(named, name);
        expect(body.ChallengeParameters?.['USER_ID_FOR_SRP']).to.equal('ann');
      }
    });

    it('refuses a wrong password, and passwords that are nearly right', async () => {
      const fresh = await openPool({ users: [{ ...bob, password: 'Straße 🌊' }] });
      for (const wrong of [wrongPassword, 'Straße 🌊 ', 'STRASSE 🌊', 'Straße']) {
        expect(errorOf(await attempt(fresh, 'bob', wrong))).to.equal(sentences.incorrect);
      }
      expect(errorOf(await attempt(fresh, 'bob', 'Straße 🌊'))).to.equal(undefined);
    });

    const statuses = [
      ['disabled', 'NotAuthorizedException: User is disabled.'],
      ['unconfirmed', 'UserNotConfirmedException: User is not confirmed.'],
      ['reset-required', 'PasswordResetRequiredException: Password reset required for the user'],
    ] as const;
    for (const [status, expected] of statuses) {
      it(`refuses a user who is ${status}, whatever the password`, async () => {
        const users = [{ ...bob, status }];
        const fresh = await openPool({ users });
        const parameters = { USERNAME: 'bob', SRP_A, PASSWORD: wrongPassword };
        expect(errorOf(await initiate(fresh, flow, parameters))).to.equal(expected);
        expect(errorOf(await initiate(fresh, flow, { ...parameters, PASSWORD: password }))).to.equal(expected);
      });
    }

    it('refuses a locked user, whatever the password', async () => {
      for (const given of [password, wrongPassword]) {
        expect(errorOf(await attempt(pool, 'lou', given))).to.equal(sentences.exceeded);
      }
    });

    it('does not tell an unknown user from a wrong password', async () => {
      const fresh = await openPool({ users: [bob] });
      const [unknown, wrong] = [
        await attempt(fresh, 'ghost', wrongPassword),
        await attempt(fresh, 'bob', wrongPassword),
      ];
      expect(unknown.body).to.deep.equal(wrong.body);
      expect(unknown.status).to.equal(wrong.status);
      for (let tries = 2; tries <= 8; tries++) {
        await fresh.advance(5000); // longer than the waits so far; the eighth failure's is 8 s
        expect(errorOf(await attempt(fresh, 'ghost', wrongPassword))).to.equal(sentences.incorrect);
      }
      expect(errorOf(await attempt(fresh, 'Ghost', wrongPassword))).to.equal(sentences.exceeded);
      expect(await fresh.outbox()).to.deep.equal([]);
    });

    it('says so where PreventUserExistenceErrors is off', async () => {
      const legacy = await openPool({ settings: { preventUserExistenceErrors: false }, users: [] });
      const answer = await initiate(legacy, flow, { USERNAME: 'ghost', SRP_A, PASSWORD: password });
      expect(errorOf(answer)).to.equal('UserNotFoundException: User does not exist.');
    });

    it('refuses what the client does not allow', async () => {
      const settings = { explicitAuthFlows: ['ALLOW_USER_AUTH' as const] };
      const answer = await initiate(await openPool({ settings, users: [] }), flow, {});
      expect(errorOf(answer)).to.equal(`InvalidParameterException: ${flow} is not enabled for the client.`);
    });

    it('refuses a client with a secret', async () => {
      const secretive = await openPool({ settings: { clientSecret: true }, users: [bob] });
      expect(errorOf(await initiate(secretive, flow, { USERNAME: 'bob', SRP_A, PASSWORD: password }))).to.equal(
        `NotAuthorizedException: Unable to verify secret hash for client ${secretive.clientId}`,
      );
    });
  });
}

describe('InitiateAuth', () => {
  let pool: TestPool;
  before(async () => {
    pool = await openPool({ users: [bob, dan] });
  });

  it('does not know another client', async () => {
    const answer = await call(pool, 'InitiateAuth', { ClientId: 'other', AuthFlow: 'USER_SRP_AUTH' });
    expect(errorOf(answer)).to.equal('ResourceNotFoundException: User pool client other does not exist.');
  });

  const rows: [string, Record<string, string>, string][] = [
    ['USER_SRP_AUTH', { SRP_A }, 'Missing required parameter USERNAME'],
    ['USER_SRP_AUTH', { USERNAME: 'bob' }, 'Missing required parameter SRP_A'],
    ['USER_SRP_AUTH', { USERNAME: 'bob', SRP_A: 'no number' }, 'Invalid SRP_A'],
    ['USER_SRP_AUTH', { USERNAME: 'bob', SRP_A: '0' }, 'Invalid SRP_A'],
    ['USER_SRP_AUTH', { USERNAME: 'bob', SRP_A: 'f'.repeat(769) }, 'Invalid SRP_A'],
    ['USER_PASSWORD_AUTH', { USERNAME: 'bob' }, 'Missing required parameter PASSWORD'],
    ['USER_PASSWORD_AUTH', { PASSWORD: password }, 'Missing required parameter USERNAME'],
    ['REFRESH_TOKEN_AUTH', {}, 'Missing required parameter REFRESH_TOKEN'],
    ['USER_AUTH', {}, 'USER_AUTH is not enabled for the client.'],
    ['CUSTOM_AUTH', {}, 'CUSTOM_AUTH is not enabled for the client.'],
  ];
  for (const [flow, parameters, message] of rows) {
    it(`${flow} with ${Object.keys(parameters).join(', ') || 'nothing'}: ${message}`, async () => {
      expect(errorOf(await initiate(pool, flow, parameters))).to.equal(`InvalidParameterException: ${message}`);
    });
  }

  it('knows no flow outside the model', async () => {
    expect(errorOf(await initiate(pool, 'toString', {}))).to.match(
      /^InvalidParameterException: 1 validation error.*'authFlow'/,
    );
  });

  it('refuses N itself as SRP_A', async () => {
    const { N } = await import('../../demo/user-pool/srp.js');
    const answer = await initiate(pool, 'USER_SRP_AUTH', { USERNAME: 'bob', SRP_A: N.toString(16) });
    expect(errorOf(answer)).to.equal('InvalidParameterException: Invalid SRP_A');
  });

  it('shows an unknown user the same salt every time, and another to each name', async () => {
    const saltOf = async (username: string) => (await beginSrp(pool, { username })).parameters['SALT'];
    const salt = await saltOf('ghost');
    expect(salt).to.match(/^[0-9a-f]{16,32}$/);
    expect(await saltOf('Ghost')).to.equal(salt);
    expect(await saltOf('spirit')).not.to.equal(salt);
  });
});

describe('RespondToAuthChallenge', () => {
  let pool: TestPool;
  before(async () => {
    pool = await openPool({ users: [ann, bob] });
  });

  it('needs a Session of a fit length', async () => {
    const answers = { USERNAME: 'ann', SMS_MFA_CODE: '123456' };
    const missing = await respond(pool, 'SMS_MFA', undefined, answers);
    expect(errorOf(missing)).to.equal('InvalidParameterException: Missing required parameter Session');
    for (const session of ['short', 'x'.repeat(2049)]) {
      expect(errorOf(await respond(pool, 'SMS_MFA', session, answers))).to.match(
        /^InvalidParameterException: .*'session'/,
      );
    }
  });

  it('knows no challenge outside its table', async () => {
    expect(errorOf(await respond(pool, 'toString', 'x'.repeat(20), {}))).to.match(
      /^InvalidParameterException: .*'challengeName'/,
    );
  });

  it('needs every parameter of the claim', async () => {
    for (const name of ['USERNAME', 'TIMESTAMP', 'PASSWORD_CLAIM_SECRET_BLOCK', 'PASSWORD_CLAIM_SIGNATURE']) {
      const { answer } = await beginSrp(pool, { username: 'bob' });
      expect(errorOf(await answer({ [name]: null }))).to.equal(
        `InvalidParameterException: Missing required parameter ${name}`,
      );
    }
  });
});
