import { Component, signal } from '@angular/core';
import { Greeting } from './greeting';
import { SignIn } from './sign-in';

/** The app of `before`, with one tag and one handler. */
@Component({
  selector: 'app-home-page',
  imports: [SignIn],
  template: `
    <main>
      <h1>Angular</h1>
      <button (click)="shown.set(!shown())">{{ shown() ? 'Hide sign-in' : 'Show sign-in' }}</button>
      @if (shown()) {
        <app-sign-in (signedIn)="greeting.welcome($event)" (signedOut)="greeting.leave($event)" />
      }
      <output>{{ greeting.said() }}</output>
    </main>
  `,
})
export class HomePage {
  readonly greeting = new Greeting();
  readonly shown = signal(true);
}
