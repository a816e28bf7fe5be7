import { pool } from './environment.js';

const login = document.querySelector('cognito-mfa-login');
const said = document.querySelector('output');
const toggle = document.querySelector('#toggle');

login.endpoint = pool.endpoint;
login.addEventListener('login-success', async ({ detail }) => {
  const session = await detail.getSession();
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
