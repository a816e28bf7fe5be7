import '/node_modules/cognito-mfa-login/dist/cdn/cognito-mfa-login.js';
import { pool } from './environment.js';

for (const name of ['First', 'Second']) {
  const section = document.createElement('section');
  const login = document.createElement('cognito-mfa-login');
  const said = document.createElement('output');
  section.setAttribute('aria-label', name);
  said.textContent = 'Nobody is signed in.';
  Object.assign(login, pool, { storage: 'memory' });
  login.addEventListener('login-success', ({ detail }) => {
    said.textContent = `Hello ${detail.username}`;
  });
  login.addEventListener('login-signed-out', ({ detail }) => {
    said.textContent = `Goodbye ${detail.username}`;
  });
  section.append(login, said);
  document.querySelector('main').append(section);
}
