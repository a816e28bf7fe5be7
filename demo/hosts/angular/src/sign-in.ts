import { Component, CUSTOM_ELEMENTS_SCHEMA, output } from '@angular/core';
import type { LoginEventMap, LoginSignedOutDetail, UserSession } from 'cognito-mfa-login';
import { pool } from './environment';
// #region recipe
import 'cognito-mfa-login';

const template = `<cognito-mfa-login [userPoolId]="pool.userPoolId" [clientId]="pool.clientId" [endpoint]="pool.endpoint"
  (login-step)="follow($event)" (login-signed-out)="leave($event)" />`;
@Component({ selector: 'app-sign-in', schemas: [CUSTOM_ELEMENTS_SCHEMA], template })
// #endregion
export class SignIn {
  readonly pool = pool;
  readonly signedIn = output<UserSession | null>();
  readonly signedOut = output<LoginSignedOutDetail>();

  // strictTemplates holds these against what the element really sends.
  async follow({ detail, target }: LoginEventMap['login-step']): Promise<void> {
    if (detail.step === 'signed-in') this.signedIn.emit(await target.getSession());
  }

  leave({ detail }: LoginEventMap['login-signed-out']): void {
    this.signedOut.emit(detail);
  }
}
