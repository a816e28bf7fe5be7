export { CognitoMfaLogin } from './element/cognito-mfa-login.js';
export type * from './element/events.js';
export type { AuthFlow } from './cognito/config.js';
export type { StorageChoice, TokenStorage } from './cognito/storage.js';
export type { ErrorCode, ServiceFault } from './flow/error.js';
export type { Channel } from './flow/outcome.js';
export type { UserSession } from './flow/ports.js';
export type { StepName } from './flow/state.js';
export type { MessageOverrides, Messages } from './i18n/messages.js';
