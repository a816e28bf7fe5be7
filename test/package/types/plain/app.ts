import type { LoginEventMap, LoginFailureDetail } from 'cognito-mfa-login';
import { createLogin } from 'cognito-mfa-login/headless';

const login = document.querySelector('cognito-mfa-login')!;
const made = document.createElement('cognito-mfa-login');

login.userPoolId = 'eu-west-1_Ab12Cd34E';
login.authFlow = 'choice';
login.storage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
login.messages = { signIn: { heading: 'Welcome' } };
made.addEventListener('login-success', async ({ detail }) => {
  const name: string = detail.username;
  const token: string | undefined = (await detail.getSession())?.getIdToken().getJwtToken();
  console.log(name, token);
});
made.addEventListener('login-failure', ({ detail }: CustomEvent<LoginFailureDetail>) => console.log(detail.code));
made.addEventListener('login-step', async ({ detail, target }) => {
  if (detail.step === 'signed-in') console.log((await target.getSession())?.isValid());
});
const say = ({ detail }: LoginEventMap['login-signed-out']) => console.log(detail.username);
made.addEventListener('login-signed-out', say);
made.removeEventListener('login-signed-out', say);
made.addEventListener('click', ({ clientX }) => console.log(clientX));
const session = made.getSession();
made.signOut({ global: true });

// wrong: no such flow
login.authFlow = 'srq';
// wrong: minutes are a number
login.sessionMinutes = '5';
// wrong: no such property
login.userpoolid = '';
// wrong: no such text
login.messages = { signIn: { headline: 'Welcome' } };
// wrong: no tokens in the detail
made.addEventListener('login-success', ({ detail }) => console.log(detail.idToken));
// wrong: a step is one of a few names
made.addEventListener('login-step', ({ detail }) => detail.step === 'mfa');
// wrong: the element has no session to read at once
made.addEventListener('login-step', ({ target }) => target.getSession().isValid());
// wrong: another event's handler
made.removeEventListener('login-success', say);
// wrong: another event's detail
made.addEventListener('login-success', ({ detail }: CustomEvent<LoginFailureDetail>) => console.log(detail.code));
// wrong: a promise
session.getIdToken();

const headless = createLogin({ userPoolId: 'eu-west-1_Ab12Cd34E', clientId: 'client', authFlow: 'srp' });
const step = await headless.signIn('ann', 'password');
if (step.name === 'code') await step.confirm('123456');
// wrong: not every step takes a code
await step.confirm('123456');
// wrong: no such flow
createLogin({ userPoolId: 'eu-west-1_Ab12Cd34E', clientId: 'client', authFlow: 'srq' });
