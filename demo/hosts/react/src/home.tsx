import type { LoginEventMap } from 'cognito-mfa-login';
import { useState } from 'react';
import { SignIn } from './sign-in';

export function Home() {
  const [shown, show] = useState(true);
  const [said, say] = useState('Nobody is signed in.');

  const follow = async ({ detail, target }: LoginEventMap['login-step']) => {
    if (detail.step !== 'signed-in') return;
    const session = await target.getSession();
    // Nobody's, where they have signed out meanwhile.
    if (session) say(`Hello ${session.getIdToken().decodePayload().email}`);
  };

  return (
    <main>
      <h1>React</h1>
      <button onClick={() => show(!shown)}>{shown ? 'Hide sign-in' : 'Show sign-in'}</button>
      {shown && <SignIn follow={follow} leave={({ detail }) => say(`Goodbye ${detail.username}`)} />}
      <output>{said}</output>
    </main>
  );
}
