import { pool } from './environment.js';

const login = document.querySelector('cognito-mfa-login');
const said = document.querySelector('output');
const toggle = document.querySelector('#toggle');

login.endpoint = pool.endpoint;
// After a sign-in, and where an earlier visit's session is found: of that there is no login-success.
login.addEventListener('login-step', async ({ detail }) => {
  if (detail.step !== 'signed-in') return;
  const session = await login.getSession();
  said.textContent = `Hello ${session.getIdToken().decodePayload().email}`;
});
login.addEventListener('login-signed-out', ({ detail }) => {
  said.textContent = `Goodbye ${detail.username}`;
});

// The same element leaves the page and comes back.
toggle.addEventListener('click', () => {
  if (login.isConnected) login.remove();
  else said.before(login);
  toggle.textContent = login.isConnected ? 'Hide sign-in' : 'Show sign-in';
});
