import { Component, inject, signal } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { createLogin } from 'cognito-mfa-login/headless';
import { pool } from './environment';

/** Knows the session that the element leaves behind: same pool, same storage. */
const login = createLogin(pool);

/** Whether somebody is signed in; where that cannot be known now, offline for example, each guard lets people stay where they are. */
const isSignedIn = (unknown: boolean) => login.getSession().then(Boolean, () => unknown);

/** Asks whoever is not signed in to do so first. */
export const membersOnly: CanActivateFn = async () => {
  const router = inject(Router);
  return (await isSignedIn(true)) || router.parseUrl('/sign-in');
};

/** Whoever is signed in has no business at the sign-in. */
export const guestsOnly: CanActivateFn = async () => {
  const router = inject(Router);
  return !(await isSignedIn(false)) || router.parseUrl('/members');
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
