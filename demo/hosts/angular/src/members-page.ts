import { Component, inject, signal } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { createLogin } from 'cognito-mfa-login/headless';
import { pool } from './environment';

/** Knows the session that the element leaves behind: same pool, same storage. */
const login = createLogin(pool);

/** A session that has run out where the service cannot be asked is still one: nobody has to sign in for being offline. */
const isSignedIn = () => login.getSession().then(Boolean, () => true);

/** Asks whoever is not signed in to do so first. */
export const membersOnly: CanActivateFn = async () => {
  const router = inject(Router);
  return (await isSignedIn()) || router.parseUrl('/sign-in');
};

/** Whoever is signed in has no business at the sign-in. */
export const guestsOnly: CanActivateFn = async () => {
  const router = inject(Router);
  return !(await isSignedIn()) || router.parseUrl('/members');
};

@Component({
  selector: 'app-members-page',
  template: `
    <main>
      <h1>Members</h1>
      <output>{{ said() }}</output>
      <button (click)="leave()">Sign out</button>
    </main>
  `,
})
export class MembersPage {
  readonly #router = inject(Router);
  readonly said = signal('One moment…');

  constructor() {
    login.getSession().then(
      (session) => this.said.set(`Hello ${session?.getIdToken().decodePayload()['email']}`),
      () => this.said.set('No connection'),
    );
  }

  async leave(): Promise<void> {
    await login.signOut();
    await this.#router.navigateByUrl('/sign-in');
  }
}
