/** aws-amplify, version 6, with its setting `userPoolEndpoint`. */
import { expect } from '@open-wc/testing';
import { Amplify } from 'aws-amplify';
import { confirmSignIn, fetchAuthSession, getCurrentUser, signIn, type SignInOutput, signOut } from 'aws-amplify/auth';
import { openPool, password, type TestPool } from '../../support/pool.js';
import { type Client, flows, itSignsIn, type Progress, refusal } from './scenarios.js';

// Otherwise it warns of the endpoint in each test, and of `storage` events that other tests set off in their pages.
Object.assign(globalThis, { LOG_LEVEL: 'NONE' });

const configure = ({ userPoolId, clientId, endpoint }: TestPool) =>
  Amplify.configure({
    Auth: { Cognito: { userPoolId, userPoolClientId: clientId, userPoolEndpoint: endpoint } },
  });

async function progress({ nextStep }: SignInOutput): Promise<Progress> {
  const challenge = nextStep.signInStep;
  if (challenge === 'DONE') {
    return { accessToken: String((await fetchAuthSession()).tokens?.accessToken) };
  }
  const destination = 'codeDeliveryDetails' in nextStep ? nextStep.codeDeliveryDetails?.destination : undefined;
  return destination ? { challenge, destination } : { challenge };
}

const openAmplify =
  (authFlowType: 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH') =>
  (pool: TestPool): Client => {
    configure(pool);
    return {
      signIn: async (username, password) => progress(await signIn({ username, password, options: { authFlowType } })),
      confirm: async (code) => progress(await confirmSignIn({ challengeResponse: code })),
      close: () => signOut(),
    };
  };

const situations = [
  { username: 'ann', challenge: 'CONFIRM_SIGN_IN_WITH_SMS_CODE', destination: '+********0114' },
  { username: 'tom', challenge: 'CONFIRM_SIGN_IN_WITH_TOTP_CODE' },
  { username: 'eve', challenge: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE', destination: 'e***@e***' },
];

for (const { flow, thorough } of flows) {
  describe(`aws-amplify by ${flow}`, function () {
    this.timeout(30_000); // SRP in script: half a second each time, many times that on a busy machine
    itSignsIn(openAmplify(flow), situations, thorough);
  });
}

describe('aws-amplify, once signed in', function () {
  this.timeout(30_000);

  for (const refreshTokenRotation of [false, true]) {
    it(`refreshes, ${refreshTokenRotation ? 'with' : 'without'} rotation, as often as it likes`, async () => {
      const pool = await openPool({ settings: { refreshTokenRotation } });
      await openAmplify('USER_PASSWORD_AUTH')(pool).signIn('bob', password);
      const first = await fetchAuthSession();
      for (let time = 0; time < 2; time++) {
        const next = await fetchAuthSession({ forceRefresh: true });
        expect(next.tokens?.accessToken.payload['username']).to.equal('bob');
        expect(String(next.tokens?.accessToken)).not.to.equal(String(first.tokens?.accessToken));
      }
      await signOut();
    });
  }

  it('knows the user, and nobody after a global sign-out', async () => {
    const pool = await openPool();
    await openAmplify('USER_PASSWORD_AUTH')(pool).signIn('bob', password);
    expect(await getCurrentUser()).to.include({ username: 'bob' });
    await signOut({ global: true });
    expect((await pool.log()).at(-1)).to.include({ operation: 'GlobalSignOut', status: 200 });
    expect(await refusal(getCurrentUser())).to.match(/^UserUnAuthenticatedException/);
  });
});
