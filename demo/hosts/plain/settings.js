import '/node_modules/cognito-mfa-login/dist/cdn/cognito-mfa-login.js';
import { pool } from './environment.js';

const login = document.createElement('cognito-mfa-login');

/** Attributes, and the one property among them. */
function set({ messages, ...attributes }) {
  login.messages = messages;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) login.removeAttribute(name);
    else login.setAttribute(name, value);
  }
}

// At first, before it is on the page; after that; and taken away again.
Object.assign(login, pool);
set({ username: 'ann', 'session-minutes': '5' });
set({ theme: 'light', 'password-reset': 'off', messages: { signIn: { heading: 'Welcome' } } });
document.querySelector('main').append(login);

document.querySelector('#change').addEventListener('click', () => {
  const attributes = { theme: 'dark', 'password-reset': null, 'login-with': 'email', lang: 'de' };
  set({ ...attributes, messages: { signIn: { heading: 'Moin' } } });
});
document.querySelector('#clear').addEventListener('click', () => {
  set({ theme: null, 'login-with': null, lang: null });
});
