import { Component, CUSTOM_ELEMENTS_SCHEMA, output } from '@angular/core';
import type { LoginEventMap, LoginSignedOutDetail, LoginSuccessDetail } from 'cognito-mfa-login';
import { pool } from './environment';
// #region recipe
import 'cognito-mfa-login';

const template = `<cognito-mfa-login [userPoolId]="pool.userPoolId" [clientId]="pool.clientId" [endpoint]="pool.endpoint"
  (login-success)="welcome($event)" (login-signed-out)="leave($event)" />`;
@Component({ selector: 'app-sign-in', schemas: [CUSTOM_ELEMENTS_SCHEMA], template })
// #endregion
export class SignIn {
  readonly pool = pool;
  readonly success = output<LoginSuccessDetail>();
  readonly signedOut = output<LoginSignedOutDetail>();

  // strictTemplates holds these against what the element really sends.
  welcome({ detail }: LoginEventMap['login-success']): void {
    this.success.emit(detail);
  }

  leave({ detail }: LoginEventMap['login-signed-out']): void {
    this.signedOut.emit(detail);
  }
}
