import { expect } from '@open-wc/testing';
import { openScenario, type ScenarioPool } from '../support/scenarios.js';
import { bob, openPool, password, wrongPassword } from '../support/pool.js';
import { type Answer, answerTo, errorOf, initiate, respond, sentences, signIn, tokensOf } from './call.js';
import { beginSrp, SRP_A } from './srp-client.js';

const enter = (pool: ScenarioPool, USERNAME = pool.username) => initiate(pool, 'CUSTOM_AUTH', { USERNAME });

describe('CUSTOM_CHALLENGE', () => {
  let pool: ScenarioPool;
  beforeEach(async () => {
    pool = await openScenario('custom');
  });
  const say = (asked: Answer, ANSWER: string) => answerTo(pool, 'kim', asked, { ANSWER });

  it('asks round after round, each with its parameters and a session of its own, then gives tokens', async () => {
    const first = await enter(pool);
    expect(first.body.ChallengeName).to.equal('CUSTOM_CHALLENGE');
    expect(first.body.ChallengeParameters).to.deep.equal({
      ...{ USERNAME: 'kim', question: 'What is the capital of France?' },
    });
    const second = await say(first, 'Paris');
    expect(second.body.ChallengeParameters).to.include({ hint: 'a number' });
    expect(second.body.Session).not.to.equal(first.body.Session);
    tokensOf(await say(second, '8'));
    expect(errorOf(await say(second, '8'))).to.equal(sentences.spent);
    expect(JSON.stringify([first.body, second.body])).not.to.match(/Paris|"8"/);
  });

  it('asks the same round again after a wrong answer, with a new session', async () => {
    const first = await enter(pool);
    const again = await say(first, 'Rome');
    expect(again.body.ChallengeParameters).to.deep.equal(first.body.ChallengeParameters);
    expect(errorOf(await say(first, 'Paris'))).to.equal(sentences.spent);
    tokensOf(await say(await say(again, 'Paris'), '8'));
  });

  it('ends the sign-in after three wrong answers, whatever the round', async () => {
    const second = await say(await say(await enter(pool), 'Rome'), 'Paris');
    expect(errorOf(await say(await say(second, '6'), '7'))).to.equal(sentences.incorrect);
  });

  it('needs an answer, and stays without one', async () => {
    const first = await enter(pool);
    expect(errorOf(await say(first, ''))).to.equal('InvalidParameterException: Missing required parameter ANSWER');
    expect(errorOf(await say(first, 'Paris'))).to.equal(undefined);
  });

  it('asks a user who does not exist just the same, in vain', async () => {
    const first = await enter(pool, 'ghost');
    expect(first.body.ChallengeParameters).to.include({ USERNAME: 'ghost' });
    const ghost = (asked: Answer) => answerTo(pool, 'ghost', asked, { ANSWER: 'Paris' });
    expect(errorOf(await ghost(await ghost(await ghost(first))))).to.equal(sentences.incorrect);
  });

  it('refuses odd beginnings', async () => {
    const rows = [
      [{}, 'InvalidParameterException: Missing required parameter USERNAME'],
      [{ USERNAME: 'kim', CHALLENGE_NAME: 'SRP_A' }, 'InvalidParameterException: Missing required parameter SRP_A'],
      [{ USERNAME: 'kim', CHALLENGE_NAME: 'SRP_B' }, 'InvalidParameterException: Invalid CHALLENGE_NAME SRP_B'],
    ] as const;
    for (const [parameters, words] of rows) {
      expect(errorOf(await initiate(pool, 'CUSTOM_AUTH', { ...parameters }))).to.equal(words);
    }
  });

  it('is refused in a pool without triggers', async () => {
    const plain = await openScenario('custom', { customChallenges: [] });
    expect(errorOf(await enter(plain))).to.equal(
      'InvalidParameterException: Custom auth lambda trigger is not configured for the user pool.',
    );
  });

  it('refuses a disabled user', async () => {
    await pool.patchUser('kim', { status: 'disabled' });
    expect(errorOf(await enter(pool))).to.equal('NotAuthorizedException: User is disabled.');
  });
});

describe('CUSTOM_AUTH that begins with SRP', () => {
  it('asks once the password is proved, and not before', async () => {
    const pool = await openScenario('custom-srp');
    const open = (secret: string) => beginSrp(pool, { username: 'kay', password: secret, flow: 'CUSTOM_AUTH' });
    expect(errorOf(await (await open(wrongPassword)).answer())).to.equal(sentences.incorrect);
    const first = await (await open(password)).answer();
    expect(first.body.ChallengeParameters).to.include({ question: 'What is the capital of France?' });
    const second = await answerTo(pool, 'kay', first, { ANSWER: 'Paris' });
    tokensOf(await answerTo(pool, 'kay', second, { ANSWER: '8' }));
  });
});

describe('a challenge of any name', () => {
  it('comes after the password, and before all else', async () => {
    const pool = await openScenario('unknown-challenge', { mfaConfiguration: 'ON' });
    const asked = await signIn(pool, 'una');
    expect(asked.body.ChallengeName).to.equal('RETINA_SCAN');
    expect(asked.body.ChallengeParameters).to.include({ EYE: 'left' });
    expect(errorOf(await answerTo(pool, 'una', asked, { ANSWER: 'wink' }))).to.equal(sentences.wrongCode);
    const next = await answerTo(pool, 'una', asked, { ANSWER: 'blink' });
    expect(next.body.ChallengeName).to.equal('MFA_SETUP');
    expect(errorOf(await answerTo(pool, 'una', asked, { ANSWER: 'blink' }))).to.equal(sentences.spent);
  });

  it('is known to the pool that has it alone', async () => {
    const pool = await openPool({ users: [bob] });
    expect(errorOf(await respond(pool, 'RETINA_SCAN', 'x'.repeat(20), { USERNAME: 'bob' }))).to.match(
      /^InvalidParameterException: .*'challengeName'/,
    );
    expect(errorOf(await initiate(pool, 'CUSTOM_AUTH', { USERNAME: 'bob', SRP_A }))).to.match(/not enabled/);
  });
});
