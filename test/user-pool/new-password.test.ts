import { expect } from '@open-wc/testing';
import { bob, openPool, password } from '../support/pool.js';
import { openScenario, type ScenarioPool } from '../support/scenarios.js';
import { type Answer, answerTo, call, errorOf, listed, sentences, signIn, tokensOf } from './call.js';

const fresh = 'Green-Meadow-42';

/** What ned has to tell, by the names of ChallengeResponses. */
const told = {
  'userAttributes.given_name': 'Ned',
  'userAttributes.family_name': 'Flint',
  'userAttributes.birthdate': '1990-02-28',
  'userAttributes.email': 'ned@example.org',
  'userAttributes.phone_number': '+447700900133',
  'userAttributes.custom:team': 'blue',
};

describe('NEW_PASSWORD_REQUIRED', () => {
  let pool: ScenarioPool;
  let asked: Answer;
  beforeEach(async () => {
    pool = await openScenario('new-password');
    asked = await signIn(pool, 'ned');
  });
  const answer = (NEW_PASSWORD: string, answers: object = told) =>
    answerTo(pool, 'ned', asked, { NEW_PASSWORD, ...answers });

  it('tells what it knows and what it wants to know', () => {
    expect(asked.body.ChallengeName).to.equal('NEW_PASSWORD_REQUIRED');
    expect(listed(asked, 'userAttributes')).to.deep.equal({});
    expect(listed(asked, 'requiredAttributes')).to.deep.equal(Object.keys(told));
  });

  it('sets both, and is not asked again', async () => {
    const { AccessToken } = tokensOf(await answer(fresh));
    const { body } = await call(pool, 'GetUser', { AccessToken });
    for (const [key, Value] of Object.entries(told)) {
      expect(JSON.stringify(body)).to.contain(JSON.stringify({ Name: key.replace('userAttributes.', ''), Value }));
    }
    expect(errorOf(await signIn(pool, 'ned', password))).to.equal(sentences.incorrect);
    tokensOf(await signIn(pool, 'ned@example.org', fresh));
    expect(errorOf(await answer(fresh))).to.equal(sentences.spent);
  });

  it('takes one of two answers at once', async () => {
    const answers = await Promise.all([answer(fresh), answer(`${fresh}!`)]);
    expect(answers.map(errorOf)).to.have.members([undefined, sentences.spent]);
  });

  const policy = (why: string) => `InvalidPasswordException: Password did not conform with policy: ${why}`;
  const refused: [string, string][] = [
    ['Short-1', policy('Password not long enough')],
    ['GREEN-MEADOW-42', policy('Password must have lowercase characters')],
    ['green-meadow-42', policy('Password must have uppercase characters')],
    ['Green-Meadow-XX', policy('Password must have numeric characters')],
    ['GreenMeadow42', policy('Password must have symbol characters')],
    [password, 'PasswordHistoryPolicyViolationException: Password has previously been used'],
    ['', 'InvalidParameterException: Missing required parameter NEW_PASSWORD'],
  ];
  it('refuses what the policy does not allow, in the service’s words, and stays', async () => {
    for (const [wrong, words] of refused) expect(errorOf(await answer(wrong))).to.equal(words);
    tokensOf(await answer(fresh));
  });

  it('refuses attributes that are missing, unknown or not to be written, and stays', async () => {
    const rows: [object, string][] = [
      [{}, 'InvalidParameterException: Invalid attributes given, given_name is missing'],
      [
        { ...told, 'userAttributes.birthdate': '' },
        'InvalidParameterException: Invalid attributes given, birthdate is missing',
      ],
      [
        { ...told, 'userAttributes.email_verified': 'true' },
        'InvalidParameterException: Cannot modify the non-mutable attribute email_verified',
      ],
      [
        { ...told, 'userAttributes.custom:shoe': '44' },
        'InvalidParameterException: Attributes did not conform to the schema: ' +
          'custom:shoe: Attribute does not exist in the schema.',
      ],
    ];
    for (const [answers, words] of rows) expect(errorOf(await answer(fresh, answers))).to.equal(words);
    tokensOf(await answer(fresh));
  });

  it('expires', async () => {
    await pool.advance(180_000);
    expect(errorOf(await answer(fresh))).to.equal(sentences.expired);
  });
});

describe('NEW_PASSWORD_REQUIRED of a user with attributes', () => {
  const open = async (settings = {}) => {
    const users = [{ ...bob, status: 'force-change-password' as const, attributes: { 'custom:team': 'red' } }];
    const pool = await openPool({ users, settings: { requiredAttributes: ['email'], ...settings } });
    const asked = await signIn(pool, 'bob');
    return {
      pool,
      asked,
      send: (answers: object) => answerTo(pool, 'bob', asked, { NEW_PASSWORD: fresh, ...answers }),
    };
  };

  it('asks for none that it has, and does not let it be changed', async () => {
    const { asked, send } = await open();
    expect(listed(asked, 'requiredAttributes')).to.deep.equal([]);
    expect(listed(asked, 'userAttributes')).to.deep.equal({
      ...{ email: 'bob@example.com', email_verified: 'true', 'custom:team': 'red' },
    });
    expect(errorOf(await send({ 'userAttributes.email': 'bob@example.org' }))).to.equal(
      'NotAuthorizedException: Cannot modify an already provided email',
    );
    tokensOf(await send({ 'userAttributes.nickname': 'Bobby' }));
  });

  it('takes any password where the policy has no rule but the least length', async () => {
    const { send } = await open({ passwordPolicy: {} });
    expect(errorOf(await send({ NEW_PASSWORD: '12345' }))).to.match(/not long enough$/);
    tokensOf(await send({ NEW_PASSWORD: '123456' }));
  });

  it('looks back as far as the history goes', async () => {
    const { pool, send } = await open({ passwordPolicy: { passwordHistorySize: 2 } });
    await pool.patchUser('bob', { password: 'second-one' });
    await pool.patchUser('bob', { password: 'third-one' });
    for (const used of ['second-one', 'third-one']) {
      expect(errorOf(await send({ NEW_PASSWORD: used }))).to.match(/^PasswordHistoryPolicyViolationException/);
    }
    tokensOf(await send({ NEW_PASSWORD: password }));
  });
});
