import { Component, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { createLogin, LoginFailure, type LoginState } from 'cognito-mfa-login/headless';
import { catchError, defer, EMPTY, from, map, type Observable, of, switchMap } from 'rxjs';
import { pool } from './environment';

/** The whole sign-in as an Observable: compare with `before/login.service.ts`. */
@Component({
  selector: 'app-headless-page',
  template: `
    <main>
      <h1>Without the element</h1>
      @switch (step()?.name) {
        @case ('sign-in') {
          <form (submit)="signIn($event, name.value, password.value)">
            <label>User name <input #name autocomplete="username" /></label>
            <label>Password <input #password type="password" autocomplete="current-password" /></label>
            <button [disabled]="step()?.busy">Sign in</button>
          </form>
        }
        @case ('code') {
          <form (submit)="confirm($event, code.value)">
            <label>Code <input #code autocomplete="one-time-code" inputmode="numeric" /></label>
            <button [disabled]="step()?.busy">Continue</button>
          </form>
        }
        @case ('signed-in') {
          <button (click)="leave()">Sign out</button>
        }
      }
      @if (failure() === 'invalid-credentials') {
        <p role="alert">The user name or password is not right.</p>
      }
      <output>{{ said() }}</output>
    </main>
  `,
})
export class HeadlessPage {
  #username = ''; // first, since the Observable has its state for whoever subscribes, at once
  // #region recipe
  readonly #login = createLogin(pool);
  readonly #state: Observable<LoginState> = from(this.#login);
  readonly step = toSignal(this.#state);
  // #endregion
  readonly said = toSignal(this.#state.pipe(switchMap((state) => this.#greet(state))), {
    initialValue: 'Nobody is signed in.',
  });
  readonly failure = signal<LoginFailure['code'] | null>(null);

  signIn(event: Event, username: string, password: string): void {
    event.preventDefault();
    this.#username = username;
    this.#attempt(() => this.#login.signIn(username, password));
  }

  confirm(event: Event, code: string): void {
    event.preventDefault();
    this.#attempt(() => this.#login.confirm(code));
  }

  leave(): void {
    this.#attempt(() => this.#login.signOut());
  }

  #attempt(call: () => Promise<unknown>): void {
    this.failure.set(null);
    defer(call)
      .pipe(catchError((error: unknown) => this.#refused(error)))
      .subscribe();
  }

  #refused(error: unknown): Observable<never> {
    if (!(error instanceof LoginFailure)) throw error;
    this.failure.set(error.code);
    return EMPTY;
  }

  #greet(state: LoginState): Observable<string> {
    if (state.name === 'signed-in')
      return from(this.#login.getSession()).pipe(
        map((session) => `Hello ${session?.getIdToken().decodePayload()['email']}`),
      );
    return this.#username && state.name === 'sign-in' && !state.busy && !state.error
      ? of(`Goodbye ${this.#username}`)
      : EMPTY;
  }
}
