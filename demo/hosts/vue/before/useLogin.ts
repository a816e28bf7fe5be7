import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js';
import { ref, shallowRef } from 'vue';
import { pool } from '../src/environment';

const userPool = new CognitoUserPool({ UserPoolId: pool.userPoolId, ClientId: pool.clientId, endpoint: pool.endpoint });

/**
 * How sign-in with a code is done around the SDK's callbacks: `mfaRequired` fires in the middle of `authenticateUser`, after the
 * message has gone out, and the code is asked for in there, since the user object holds the challenge's session.
 */
export function useLogin() {
  const session = shallowRef<CognitoUserSession | null>(null);
  const failure = ref('');
  const busy = ref(false);

  function signIn(username: string, password: string) {
    const user = new CognitoUser({ Username: username, Pool: userPool });
    const settle = (signedIn: CognitoUserSession | null, problem = '') => {
      session.value = signedIn;
      failure.value = problem;
      busy.value = false;
    };
    const callbacks = {
      onSuccess: (signedIn: CognitoUserSession) => settle(signedIn),
      onFailure: (error: Error) => settle(null, error.message),
      mfaRequired: (_challenge: unknown, details: { CODE_DELIVERY_DESTINATION: string }) => {
        const sent = confirm(`A code was sent to ${details.CODE_DELIVERY_DESTINATION}. Do you have it?`);
        const code = sent && prompt('Code');
        if (code) user.sendMFACode(code, callbacks);
        else settle(null, 'Sign-in was cancelled.');
      },
    };
    busy.value = true;
    user.authenticateUser(new AuthenticationDetails({ Username: username, Password: password }), callbacks);
  }

  function signOut() {
    userPool.getCurrentUser()?.signOut();
    session.value = null;
  }

  return { session, failure, busy, signIn, signOut };
}
