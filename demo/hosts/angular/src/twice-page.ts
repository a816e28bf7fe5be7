import 'cognito-mfa-login';
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { pool } from './environment';

@Component({
  selector: 'app-twice-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <h1>Twice</h1>
      @for (one of ones; track one.name) {
        <section [attr.aria-label]="one.name">
          <cognito-mfa-login
            [userPoolId]="pool.userPoolId"
            [clientId]="pool.clientId"
            [endpoint]="pool.endpoint"
            storage="memory"
            (login-success)="one.said.set('Hello ' + $event.detail.username)"
            (login-signed-out)="one.said.set('Goodbye ' + $event.detail.username)"
          />
          <output>{{ one.said() }}</output>
        </section>
      }
    </main>
  `,
})
export class TwicePage {
  readonly pool = pool;
  readonly ones = ['First', 'Second'].map((name) => ({ name, said: signal('Nobody is signed in.') }));
}
