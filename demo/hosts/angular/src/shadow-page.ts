import { Component, ViewEncapsulation } from '@angular/core';
import { Greeting } from './greeting';
import { SignIn } from './sign-in';

/** In a shadow root of the page's own: the form's styles have to reach in there. */
@Component({
  selector: 'app-shadow-page',
  imports: [SignIn],
  encapsulation: ViewEncapsulation.ShadowDom,
  template: `
    <main>
      <h1>In a shadow root</h1>
      <app-sign-in (signedIn)="greeting.welcome($event)" (signedOut)="greeting.leave($event)" />
      <output>{{ greeting.said() }}</output>
    </main>
  `,
})
export class ShadowPage {
  readonly greeting = new Greeting();
}
