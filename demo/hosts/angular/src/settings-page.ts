import 'cognito-mfa-login';
import { Component, computed, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { pool } from './environment';

interface Stage {
  readonly theme?: string;
  readonly passwordReset?: string;
  readonly loginWith?: string;
  readonly lang?: string;
  readonly heading?: string;
}

/** What the element is given: at first, after it is on the page, and taken away again. */
const stages: Readonly<Record<'first' | 'changed' | 'cleared', Stage>> = {
  first: { theme: 'light', passwordReset: 'off', heading: 'Welcome' },
  changed: { theme: 'dark', loginWith: 'email', lang: 'de', heading: 'Moin' },
  cleared: {},
};

@Component({
  selector: 'app-settings-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <h1>Settings</h1>
      <button (click)="stage.set('changed')">Change</button>
      <button (click)="stage.set('cleared')">Clear</button>
      <cognito-mfa-login
        [attr.user-pool-id]="pool.userPoolId"
        [attr.client-id]="pool.clientId"
        [attr.endpoint]="pool.endpoint"
        username="ann"
        session-minutes="5"
        [theme]="settings().theme"
        [attr.password-reset]="settings().passwordReset"
        [attr.login-with]="settings().loginWith"
        [attr.lang]="settings().lang"
        [messages]="messages()"
      />
    </main>
  `,
})
export class SettingsPage {
  readonly pool = pool;
  readonly stage = signal<keyof typeof stages>('first');
  readonly settings = computed(() => stages[this.stage()]);
  readonly messages = computed(() => {
    const { heading } = this.settings();
    return heading ? { signIn: { heading } } : undefined;
  });
}
