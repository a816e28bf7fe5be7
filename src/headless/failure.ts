import type { ConfigHint, PasswordRule, Problem } from '../flow/error.js';

/** A refused call. `code` is one of the closed union; the service's words are in `cause`. */
export class LoginFailure extends Error {
  readonly code: Problem['code'];
  readonly retryable: boolean;
  readonly requestId: string | undefined;
  /** With `config-error`: the setting to change. */
  readonly hint: ConfigHint | undefined;
  /** With `password-policy`: what the new password lacks. */
  readonly rule: PasswordRule | undefined;
  /** With an attribute's error: its name. */
  readonly attribute: string | undefined;

  constructor(problem: Problem) {
    super(`Sign-in failed: ${problem.code}`, 'cause' in problem ? { cause: problem.cause } : {});
    this.name = 'LoginFailure';
    this.code = problem.code;
    this.retryable = 'retryable' in problem && problem.retryable;
    this.requestId = 'requestId' in problem ? problem.requestId : undefined;
    this.hint = 'hint' in problem ? problem.hint : undefined;
    this.rule = 'rule' in problem ? problem.rule : undefined;
    this.attribute = 'attribute' in problem ? problem.attribute : undefined;
  }
}

export const notNow = (message: string): DOMException => new DOMException(message, 'InvalidStateError');
