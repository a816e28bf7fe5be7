import type { LoginEventMap } from 'cognito-mfa-login';
import { pool } from './environment';
// #region recipe
import 'cognito-mfa-login';
import type {} from 'cognito-mfa-login/react'; // what the tag may have

export const SignIn = ({ follow, leave }: Handlers) => (
  <cognito-mfa-login {...pool} onlogin-step={follow} onlogin-signed-out={leave} />
);
// #endregion

interface Handlers {
  follow: (event: LoginEventMap['login-step']) => void;
  leave: (event: LoginEventMap['login-signed-out']) => void;
}
