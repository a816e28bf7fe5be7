const said = document.querySelector('output');
const toggle = document.querySelector('#toggle');

// Nobody's, where they have signed out meanwhile.
const greet = (session) => {
  if (session) said.textContent = `Hello ${session.getIdToken().decodePayload().email}`;
};
const leave = ({ detail }) => {
  said.textContent = `Goodbye ${detail.username}`;
};

// #region recipe
const login = document.querySelector('cognito-mfa-login');
login.addEventListener('login-step', async ({ detail, target }) => {
  if (detail.step === 'signed-in') greet(await target.getSession());
});
login.addEventListener('login-signed-out', leave);
// #endregion

// The user pool beside the playground. A pool at AWS needs no endpoint: leave this line out.
login.endpoint = 'http://localhost:5173/user-pool/pools/demo/';

// The same element leaves the page and comes back.
toggle.addEventListener('click', () => {
  if (login.isConnected) login.remove();
  else said.before(login);
  toggle.textContent = login.isConnected ? 'Hide sign-in' : 'Show sign-in';
});
