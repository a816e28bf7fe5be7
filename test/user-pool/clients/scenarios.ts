/** The sign-ins that every client goes through, whoever wrote it. */
import { expect } from '@open-wc/testing';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { openPool, otherCode, password, type TestPool, wrongPassword } from '../../support/pool.js';
import { sentences } from '../call.js';

/** How far a client came: the challenge it now waits for, or the tokens it got. */
export interface Progress {
  challenge?: string;
  /** Where a code was sent, as the client tells it. */
  destination?: string;
  accessToken?: string;
}

/** One sign-in by one client. A refusal rejects with the client's own error. */
export interface Client {
  signIn(username: string, password: string): Promise<Progress>;
  confirm(code: string): Promise<Progress>;
  /** Leaves nothing behind for the next scenario. */
  close?(): Promise<void>;
}

export interface Situation {
  username: string;
  /** The challenge by the client's own name for it. */
  challenge: string;
  destination?: string;
}

const ownWords = (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

/** The client's refusal as one line; undefined where it succeeds. */
export const refusal = (attempt: Promise<unknown>): Promise<string | undefined> =>
  attempt.then(() => undefined, ownWords);

const currentCode = ({ username }: Situation, pool: TestPool) =>
  username === 'tom' ? pool.authenticatorCode(username) : pool.lastCode();

async function verify(accessToken: string | undefined, pool: TestPool, username: string) {
  const issuer = pool.endpoint + pool.userPoolId;
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`));
  const { payload } = await jwtVerify(String(accessToken), keys, { issuer, algorithms: ['RS256'] });
  expect(payload).to.include({ username, client_id: pool.clientId });
}

/**
 * The flows that a client goes through the situations by: the first situation alone unless the run is thorough. By SRP, whose
 * arithmetic takes these clients half a second each time, they do so in `npm run test:clients`, and otherwise sign in with a password
 * that is all that is asked.
 */
export const flows = [
  { flow: 'USER_SRP_AUTH', thorough: testSettings.thorough },
  { flow: 'USER_PASSWORD_AUTH', thorough: true },
] as const;

export function itSignsIn(open: (pool: TestPool) => Client, situations: readonly Situation[], thorough = true): void {
  let pool: TestPool;
  let client: Client;
  beforeEach(async () => {
    pool = await openPool();
    client = open(pool);
  });
  afterEach(() => client.close?.());

  it('signs in where the password is all that is asked', async () => {
    const { accessToken } = await client.signIn('bob', password);
    await verify(accessToken, pool, 'bob');
  });

  it('refuses a wrong password and an unknown user in the same words', async () => {
    expect(await refusal(client.signIn('bob', wrongPassword))).to.equal(sentences.incorrect);
    expect(await refusal(open(pool).signIn('ghost', wrongPassword))).to.equal(sentences.incorrect);
    expect(await pool.outbox()).to.deep.equal([]);
  });

  if (!thorough) return;

  it('refuses a user who is disabled', async () => {
    expect(await refusal(client.signIn('dan', password))).to.equal('NotAuthorizedException: User is disabled.');
  });

  it('refuses a user who is locked', async () => {
    expect(await refusal(client.signIn('lou', password))).to.equal(sentences.exceeded);
  });

  for (const situation of testSettings.thorough ? situations : situations.slice(0, 1)) {
    const { username, challenge, destination } = situation;
    const wrongCode = username === 'tom' ? sentences.wrongTotp : sentences.wrongCode;

    it(`${challenge}: a wrong code, then the right one, with at most one message sent`, async () => {
      const { challenge: asked, destination: told } = await client.signIn(username, password);
      expect(asked).to.equal(challenge);
      if (destination) expect(told).to.equal(destination);
      const code = await currentCode(situation, pool);
      expect(await refusal(client.confirm(otherCode(code)))).to.equal(wrongCode);
      const { accessToken } = await client.confirm(code);
      await verify(accessToken, pool, username);
      expect(await pool.outbox()).to.have.lengthOf(username === 'tom' ? 0 : 1);
    });

    it(`${challenge}: a session serves once`, async () => {
      await client.signIn(username, password);
      const code = await currentCode(situation, pool);
      const answers = await Promise.all([refusal(client.confirm(code)), refusal(client.confirm(code))]);
      expect(answers).to.have.members([undefined, sentences.spent]);
    });

    it(`${challenge}: a session expires`, async () => {
      await client.signIn(username, password);
      await pool.advance(3 * 60_000);
      expect(await refusal(client.confirm(await currentCode(situation, pool)))).to.equal(sentences.expired);
    });
  }
}
