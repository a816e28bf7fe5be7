import { createLogin, LoginFailure, type LoginOptions } from 'cognito-mfa-login/headless';
import { onScopeDispose, ref, shallowRef } from 'vue';

/** The whole sign-in as a composable: compare with `before/useLogin.ts`. */
export function useLogin(options: LoginOptions) {
  // #region recipe
  const login = createLogin(options);
  const state = shallowRef(login.state);
  onScopeDispose(login.subscribe((now) => (state.value = now)));
  // #endregion
  const failure = ref<LoginFailure['code']>();

  /** Makes one of login's calls; a refusal is shown and not thrown. */
  async function attempt(call: Promise<unknown>): Promise<void> {
    failure.value = undefined;
    await call.catch((error: unknown) => {
      if (!(error instanceof LoginFailure)) throw error;
      failure.value = error.code;
    });
  }

  return { login, state, failure, attempt };
}
