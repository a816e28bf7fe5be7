import { CognitoMfaLogin } from './element/cognito-mfa-login.js';

declare global {
  interface HTMLElementTagNameMap {
    'cognito-mfa-login': CognitoMfaLogin;
  }
}

const name = 'cognito-mfa-login';

// Two bundles on one page may both bring the element: the first one stays.
if (!customElements.get(name)) customElements.define(name, CognitoMfaLogin);
else if (customElements.get(name) !== CognitoMfaLogin)
  console.warn(`<${name}> is defined already; this copy is not used.`);
