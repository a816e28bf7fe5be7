import { expect } from '@open-wc/testing';
import { openPool, type TestPool } from '../support/pool.js';
import { amzJson, call, errorOf, post, target } from './call.js';

const initiateAuth = { ...amzJson, ...target('InitiateAuth') };
const unknownOperation = 'UnknownOperationException: Unknown operation';
const notNull = (member: string) =>
  `InvalidParameterException: 1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`;

describe('transport', () => {
  let pool: TestPool;
  before(async () => {
    pool = await openPool({ users: [] });
  });

  const refusals: [string, Record<string, string>, string, string][] = [
    ['an unknown operation', { ...amzJson, ...target('Conquer') }, '{}', unknownOperation],
    ['a name of Object.prototype', { ...amzJson, ...target('toString') }, '{}', unknownOperation],
    ['a target of another service', { ...amzJson, 'x-amz-target': 'Other.InitiateAuth' }, '{}', unknownOperation],
    ['no target', amzJson, '{}', unknownOperation],
    ['another content type', { 'content-type': 'application/json', ...target('InitiateAuth') }, '{}', unknownOperation],
    ['malformed JSON', initiateAuth, '{"ClientId":', 'SerializationException'],
    ['no body', initiateAuth, '', 'SerializationException'],
    ['a list as body', initiateAuth, '[]', 'SerializationException'],
    ['null as body', initiateAuth, 'null', 'SerializationException'],
    ['a number for a text', initiateAuth, '{"ClientId":1,"AuthFlow":"USER_SRP_AUTH"}', 'SerializationException'],
    ['a list for a map', initiateAuth, '{"ClientId":"c","AuthFlow":"f","AuthParameters":[]}', 'SerializationException'],
    [
      'a map in a map',
      initiateAuth,
      '{"ClientId":"c","AuthFlow":"f","AuthParameters":{"A":{}}}',
      'SerializationException',
    ],
    ['no AuthFlow', initiateAuth, '{"ClientId":"c"}', notNull('authFlow')],
    ['no ClientId', initiateAuth, '{"AuthFlow":"USER_SRP_AUTH"}', notNull('clientId')],
    ['no ChallengeName', { ...amzJson, ...target('RespondToAuthChallenge') }, '{}', notNull('challengeName')],
    ['no AccessToken', { ...amzJson, ...target('GetUser') }, '{}', notNull('accessToken')],
    ['no RefreshToken', { ...amzJson, ...target('GetTokensFromRefreshToken') }, '{}', notNull('refreshToken')],
    ['no Token', { ...amzJson, ...target('RevokeToken') }, '{}', notNull('token')],
  ];
  for (const [what, headers, body, expected] of refusals) {
    it(`refuses ${what}`, async () => {
      const answer = await post(pool.endpoint, headers, body);
      expect(answer.status).to.equal(400);
      expect(errorOf(answer)).to.match(new RegExp(`^${expected.replace(/[.*+?^$()]/g, '\\$&')}`));
      expect(answer.headers.get('x-amzn-errortype')).to.equal(`${answer.body.__type}:`);
      expect(answer.headers.get('x-amzn-errormessage')).to.equal(answer.body.message);
    });
  }

  it('takes a body of 64 KB and refuses one byte more, however long', async () => {
    const fits = await post(pool.endpoint, initiateAuth, `{}${' '.repeat(64 * 1024 - 2)}`);
    expect(errorOf(fits)).to.equal(notNull('authFlow'));
    for (const length of [64 * 1024 + 1, 5_000_000]) {
      const answer = await post(pool.endpoint, initiateAuth, ' '.repeat(length));
      expect(answer.status).to.equal(413);
      expect(answer.body.__type).to.equal('RequestEntityTooLargeException');
    }
  });

  it('counts bytes, not characters', async () => {
    const answer = await post(pool.endpoint, initiateAuth, JSON.stringify({ AuthFlow: '🌊'.repeat(16_384) }));
    expect(answer.status).to.equal(413);
  });

  it('ignores members it does not know, as the service does', async () => {
    const answer = await call(pool, 'InitiateAuth', { AuthFlow: 'USER_SRP_AUTH', Weather: { sun: true } });
    expect(errorOf(answer)).to.equal('InvalidParameterException: Missing required parameter USERNAME');
  });

  it('keeps a message that quotes what was sent out of trouble with headers', async () => {
    const answer = await call(pool, 'InitiateAuth', { AuthFlow: 'USER_SRP_AUTH', ClientId: 'c\n🌊' });
    expect(errorOf(answer)).to.equal('ResourceNotFoundException: User pool client c\n🌊 does not exist.');
    expect(answer.headers.get('x-amzn-errormessage')).to.match(/^User pool client c\?+ does not exist\.$/);
  });

  it('lets a page of another origin read the answer and its headers', async () => {
    const { headers } = await call(pool, 'GetUser', { AccessToken: 'x' });
    expect(headers.get('x-amzn-requestid')).to.match(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(Math.abs(Date.parse(headers.get('date') ?? '') - Date.now())).to.be.below(5000);
  });

  it('tells the time by the pool’s clock', async () => {
    const late = await openPool({ users: [] });
    await late.advance(3_600_000);
    const { headers } = await call(late, 'GetUser', { AccessToken: 'x' });
    expect(Date.parse(headers.get('date') ?? '') - Date.now()).to.be.within(3_590_000, 3_610_000);
  });
});
