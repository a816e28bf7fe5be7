/** Pools ask for several things in a row. Each link has a session of its own, which the next link does not take. */
import { expect } from '@open-wc/testing';
import { openScenario, type ScenarioPool } from '../support/scenarios.js';
import { type Answer, answerTo, call, errorOf, initiate, respond, sentences, signIn, tokensOf } from './call.js';

const NEW_PASSWORD = 'Green-Meadow-42';

/** Goes on from one challenge to the next, and sees to it that the session that was used is spent and that the next is another. */
async function link(pool: ScenarioPool, asked: Answer, answers: Record<string, string>): Promise<Answer> {
  const next = await answerTo(pool, pool.username, asked, answers);
  expect(errorOf(next)).to.equal(undefined);
  expect(next.body.Session).not.to.equal(asked.body.Session);
  expect(errorOf(await answerTo(pool, pool.username, asked, answers))).to.equal(sentences.spent);
  return next;
}

const namesOf = (answers: readonly Answer[]) => answers.map(({ body }) => body.ChallengeName);

describe('chains of challenges', () => {
  it('new password → set-up → tokens', async () => {
    const pool = await openScenario('new-password-then-set-up');
    const first = await signIn(pool, pool.username);
    const second = await link(pool, first, { NEW_PASSWORD });
    expect(namesOf([first, second])).to.deep.equal(['NEW_PASSWORD_REQUIRED', 'MFA_SETUP']);
    const { body: secret } = await call(pool, 'AssociateSoftwareToken', { Session: second.body.Session });
    const UserCode = await pool.authenticatorCode(pool.username);
    const verified = await call(pool, 'VerifySoftwareToken', { Session: secret.Session, UserCode });
    tokensOf(await respond(pool, 'MFA_SETUP', verified.body.Session, { USERNAME: pool.username }));
    expect(namesOf([await signIn(pool, pool.username, NEW_PASSWORD)])).to.deep.equal(['SOFTWARE_TOKEN_MFA']);
  });

  it('new password → code by e-mail → tokens; the mail comes with the second step', async () => {
    const pool = await openScenario('new-password-then-email-code');
    const first = await signIn(pool, pool.username);
    expect(await pool.outbox()).to.deep.equal([]);
    const second = await link(pool, first, { NEW_PASSWORD });
    expect(namesOf([first, second])).to.deep.equal(['NEW_PASSWORD_REQUIRED', 'EMAIL_OTP']);
    tokensOf(await link(pool, second, { EMAIL_OTP_CODE: await pool.lastCode() }));
    expect(await pool.outbox()).to.have.lengthOf(1);
  });

  it('custom → code → tokens', async () => {
    const pool = await openScenario('custom-then-code');
    const first = await initiate(pool, 'CUSTOM_AUTH', { USERNAME: pool.username });
    const second = await link(pool, first, { ANSWER: 'Paris' });
    expect(namesOf([first, second])).to.deep.equal(['CUSTOM_CHALLENGE', 'SMS_MFA']);
    tokensOf(await link(pool, second, { SMS_MFA_CODE: await pool.lastCode() }));
  });

  it('custom → tokens, where the triggers do not ask for the second factor', async () => {
    const pool = await openScenario('custom-then-code', { mfaAfterCustomChallenge: false });
    const first = await initiate(pool, 'CUSTOM_AUTH', { USERNAME: pool.username });
    tokensOf(await link(pool, first, { ANSWER: 'Paris' }));
    expect(await pool.outbox()).to.deep.equal([]);
  });

  it('set-up by e-mail → code → tokens', async () => {
    const pool = await openScenario('set-up-email');
    const second = await link(pool, await signIn(pool, pool.username), { EMAIL: 'nel@example.com' });
    tokensOf(await link(pool, second, { EMAIL_OTP_CODE: await pool.lastCode() }));
  });

  it('do not take the session of one link for another', async () => {
    const pool = await openScenario('new-password-then-set-up');
    const { body } = await signIn(pool, pool.username);
    const skipped = await respond(pool, 'MFA_SETUP', body.Session, { USERNAME: pool.username, EMAIL: 'n@example.com' });
    expect(errorOf(skipped)).to.equal(sentences.invalidSession);
    expect(errorOf(await call(pool, 'AssociateSoftwareToken', { Session: body.Session }))).to.equal(
      sentences.invalidSession,
    );
  });
});
