import { signal } from '@angular/core';
import type { LoginSignedOutDetail, UserSession } from 'cognito-mfa-login';

/** What a page says about who is signed in. */
export class Greeting {
  readonly said = signal('Nobody is signed in.');

  welcome(session: UserSession | null): void {
    this.said.set(`Hello ${session?.getIdToken().decodePayload()['email']}`);
  }

  leave({ username }: LoginSignedOutDetail): void {
    this.said.set(`Goodbye ${username}`);
  }
}
