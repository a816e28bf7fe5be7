import './define.js';

export { CognitoMfaLogin } from './element/cognito-mfa-login.js';
export * from './element.js';
