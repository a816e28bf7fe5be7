import type { LoginSignedOutDetail, LoginSuccessDetail } from 'cognito-mfa-login';
import { pool } from './environment';
// #region recipe
import 'cognito-mfa-login';

export const SignIn = ({ onSuccess, onSignedOut }: Handlers) => (
  <cognito-mfa-login {...pool} onlogin-success={onSuccess} onlogin-signed-out={onSignedOut} />
);
// #endregion

interface Handlers {
  onSuccess: (event: CustomEvent<LoginSuccessDetail>) => void;
  onSignedOut: (event: CustomEvent<LoginSignedOutDetail>) => void;
}
