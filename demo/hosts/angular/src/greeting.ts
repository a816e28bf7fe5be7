import { signal } from '@angular/core';
import type { LoginSignedOutDetail, LoginSuccessDetail } from 'cognito-mfa-login';

/** What a page says about who is signed in. */
export class Greeting {
  readonly said = signal('Nobody is signed in.');

  async welcome({ getSession }: LoginSuccessDetail): Promise<void> {
    const session = await getSession();
    this.said.set(`Hello ${session?.getIdToken().decodePayload()['email']}`);
  }

  leave({ username }: LoginSignedOutDetail): void {
    this.said.set(`Goodbye ${username}`);
  }
}
