import 'cognito-mfa-login';
import { useState } from 'react';
import { pool } from './environment';

/** What the element is given: at first, after it is on the page, and taken away again. */
const stages = {
  first: { theme: 'light', 'password-reset': 'off', messages: { signIn: { heading: 'Welcome' } } },
  changed: { theme: 'dark', 'login-with': 'email', lang: 'de', messages: { signIn: { heading: 'Moin' } } },
  cleared: {},
} as const;

export function Settings() {
  const [stage, go] = useState<keyof typeof stages>('first');
  return (
    <main>
      <h1>Settings</h1>
      <button onClick={() => go('changed')}>Change</button>
      <button onClick={() => go('cleared')}>Clear</button>
      <cognito-mfa-login {...pool} username="ann" session-minutes="5" {...stages[stage]} />
    </main>
  );
}
