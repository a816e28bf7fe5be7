import { signal } from '@angular/core';
import type { LoginSignedOutDetail, UserSession } from 'cognito-mfa-login';

/** What a page says about who is signed in. */
export class Greeting {
  readonly said = signal('Nobody is signed in.');

  /** @param session nobody's, where they have signed out meanwhile */
  welcome(session: UserSession | null): void {
    if (session) this.said.set(`Hello ${session.getIdToken().decodePayload()['email']}`);
  }

  leave({ username }: LoginSignedOutDetail): void {
    this.said.set(`Goodbye ${username}`);
  }
}
