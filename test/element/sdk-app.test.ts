/** An app that already uses amazon-cognito-identity-js needs to change nothing: it finds the session where it always was. */
import { expect } from '@open-wc/testing';
import { CognitoUserPool, type CognitoUserSession } from 'amazon-cognito-identity-js/dist/amazon-cognito-identity.js';
import { visit } from '../support/person.js';
import { ann, bob, openPool, wrongPassword, type TestPool } from '../support/pool.js';

const storages = { local: localStorage, session: sessionStorage } as const;

const appPool = ({ userPoolId, clientId, endpoint }: TestPool, Storage: Storage) =>
  new CognitoUserPool({ UserPoolId: userPoolId, ClientId: clientId, endpoint, Storage });

const sessionOf = (pool: CognitoUserPool): Promise<CognitoUserSession> =>
  new Promise((resolve, reject) => {
    const user = pool.getCurrentUser();
    if (!user) return reject(new Error('The app finds no user.'));
    return user.getSession((error: Error | null, session: CognitoUserSession | null) =>
      session ? resolve(session) : reject(error ?? new Error('The app finds no session.')),
    );
  });

for (const [storage, place] of Object.entries(storages) as ['local' | 'session', Storage][]) {
  for (const authFlow of ['srp', 'password'] as const) {
    describe(`an app that uses the SDK, with storage="${storage}" and auth-flow="${authFlow}"`, () => {
      it('finds the session after login-success', async () => {
        const pool = await openPool({ users: [ann] });
        const person = await visit({ pool, set: { storage, authFlow } });
        expect(appPool(pool, place).getCurrentUser()).to.equal(null);
        await person.signIn('ann');
        await person.hears('login-code-sent');
        expect(appPool(pool, place).getCurrentUser(), 'nothing is stored before the code').to.equal(null);
        await person.enterSentCode();
        await person.hears('login-success');
        const session = await sessionOf(appPool(pool, place));
        expect(session.isValid()).to.equal(true);
        const own = (await person.element.getSession())!;
        expect(session.getIdToken().getJwtToken()).to.equal(own.getIdToken().getJwtToken());
        expect(appPool(pool, place).getCurrentUser()!.getUsername()).to.equal('ann');
        expect(await person.messages()).to.equal(1);
      });
    });
  }
}

describe('an app that uses the SDK', () => {
  it('keeps its session while the next sign-in fails', async () => {
    const pool = await openPool({ users: [bob] });
    const person = await visit({ pool, set: { storage: 'local', authFlow: 'password' } });
    await person.signIn('bob');
    await person.hears('login-success');
    person.element.startOver();
    await person.sees('Sign in');
    await person.signIn('bob', wrongPassword);
    await person.hears('login-failure');
    expect((await sessionOf(appPool(pool, localStorage))).isValid()).to.equal(true);
    expect(await person.messages()).to.equal(0);
  });

  it('finds nothing in the browser’s storages with storage="memory"', async () => {
    const pool = await openPool({ users: [bob] });
    const person = await visit({ pool, set: { storage: 'memory', authFlow: 'password' } });
    await person.signIn('bob');
    await person.hears('login-success');
    const keys = [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
    expect(keys.filter((key) => key.includes(pool.clientId))).to.be.empty;
    expect(await person.messages()).to.equal(0);
  });
});
