import { Component, inject, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { LoginService } from './login.service';

@Component({
  selector: 'app-root',
  template: `
    <main>
      <h1>Angular, before</h1>
      @if (signedIn()) {
        <button (click)="leave(signedIn())">Sign out</button>
      } @else {
        <form (submit)="signIn($event, name.value, password.value)">
          <label>User name <input #name autocomplete="username" /></label>
          <label>Password <input #password type="password" autocomplete="current-password" /></label>
          <button [disabled]="busy()">Sign in</button>
        </form>
      }
      @if (failure()) {
        <p role="alert">{{ failure() }}</p>
      }
      <output>{{ said() }}</output>
    </main>
  `,
})
class App {
  readonly #service = inject(LoginService);
  readonly said = signal('Nobody is signed in.');
  readonly failure = signal('');
  readonly busy = signal(false);
  readonly signedIn = signal('');

  signIn(event: Event, username: string, password: string): void {
    event.preventDefault();
    this.busy.set(true);
    this.failure.set('');
    this.#service.signIn(username, password).subscribe({
      next: (session) => {
        this.signedIn.set(username);
        this.said.set(`Hello ${session.getIdToken().decodePayload()['email']}`);
      },
      error: ({ message }: Error) => this.fail(message),
      complete: () => this.busy.set(false),
    });
  }

  fail(message: string): void {
    this.failure.set(message);
    this.busy.set(false);
  }

  leave(username: string): void {
    this.#service.signOut();
    this.signedIn.set('');
    this.said.set(`Goodbye ${username}`);
  }
}

bootstrapApplication(App).catch(console.error);
