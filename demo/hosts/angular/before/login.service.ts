import { Injectable } from '@angular/core';
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js';
import { Observable } from 'rxjs';
import { pool } from '../src/environment';

/**
 * How sign-in with a code is done around the SDK's callbacks: `mfaRequired` fires in the middle of `authenticateUser`, after the
 * message has gone out, and the code is asked for in there, since the user object holds the challenge's session.
 */
@Injectable({ providedIn: 'root' })
export class LoginService {
  readonly #pool = new CognitoUserPool({
    UserPoolId: pool.userPoolId,
    ClientId: pool.clientId,
    endpoint: pool.endpoint,
  });

  signIn(username: string, password: string): Observable<CognitoUserSession> {
    return new Observable((observer) => {
      const user = new CognitoUser({ Username: username, Pool: this.#pool });
      const callbacks = {
        onSuccess: (session: CognitoUserSession) => {
          observer.next(session);
          observer.complete();
        },
        onFailure: (error: Error) => observer.error(error),
        mfaRequired: (_challenge: unknown, details: { CODE_DELIVERY_DESTINATION: string }) => {
          const sent = confirm(`A code was sent to ${details.CODE_DELIVERY_DESTINATION}. Do you have it?`);
          const code = sent && prompt('Code');
          if (code) user.sendMFACode(code, callbacks);
          else observer.error(new Error('Sign-in was cancelled.'));
        },
      };
      user.authenticateUser(new AuthenticationDetails({ Username: username, Password: password }), callbacks);
    });
  }

  signOut(): void {
    this.#pool.getCurrentUser()?.signOut();
  }
}
