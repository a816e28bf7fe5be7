import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { SignIn } from './sign-in';

/** Where `membersOnly` sends whoever is not signed in. */
@Component({
  selector: 'app-sign-in-page',
  imports: [SignIn],
  template: `
    <main>
      <h1>Members sign in</h1>
      <app-sign-in (signedIn)="goOn()" />
    </main>
  `,
})
export class SignInPage {
  readonly #router = inject(Router);

  goOn(): void {
    void this.#router.navigateByUrl('/members');
  }
}
