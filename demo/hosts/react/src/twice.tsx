import 'cognito-mfa-login';
import { useState } from 'react';
import { pool } from './environment';

function One({ name }: { name: string }) {
  const [said, say] = useState('Nobody is signed in.');
  return (
    <section aria-label={name}>
      <cognito-mfa-login
        {...pool}
        storage="memory"
        onlogin-success={({ detail }) => say(`Hello ${detail.username}`)}
        onlogin-signed-out={({ detail }) => say(`Goodbye ${detail.username}`)}
      />
      <output>{said}</output>
    </section>
  );
}

export const Twice = () => (
  <main>
    <h1>Twice</h1>
    <One name="First" />
    <One name="Second" />
  </main>
);
