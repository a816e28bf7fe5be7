import type { ConfigHint, PasswordRule, Problem } from '../flow/error.js';
import type { StepName } from '../flow/state.js';

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

/** A call that the present step does not take; nothing was sent. Its `name` is `InvalidStateError`. */
export class CallOutOfTurn extends DOMException {
  /** The step as it is now. */
  readonly step: StepName;
  /** The names of the calls that it takes. */
  readonly calls: readonly string[];

  constructor(reason: string, step: StepName, calls: readonly string[]) {
    super(`${reason} The step is "${step}"; its calls: ${calls.join(', ')}.`, 'InvalidStateError');
    this.step = step;
    this.calls = calls;
  }
}
