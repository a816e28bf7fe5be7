import type { LoginSignedOutDetail, UserSession } from 'cognito-mfa-login';
import { ref } from 'vue';

/** What the app says about who is signed in. */
export function useGreeting() {
  const said = ref('Nobody is signed in.');
  const welcome = (session: UserSession | null) => {
    // Nobody's, where they have signed out meanwhile.
    if (session) said.value = `Hello ${session.getIdToken().decodePayload().email}`;
  };
  const leave = ({ username }: LoginSignedOutDetail) => {
    said.value = `Goodbye ${username}`;
  };
  return { said, welcome, leave };
}
