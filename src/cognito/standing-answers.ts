import type { Factor, Outcome } from '../flow/outcome.js';
import type { Beginning } from './begin.js';
import type { Choice, Given } from './trail.js';

/** What a sign-in answers by itself on its way. Each serves once, so that it comes to an end; none is a code. */
export class StandingAnswers {
  #first: Factor | null;
  #password: string | null;
  readonly #choices: Choice[];

  constructor({ first, password, choices }: Pick<Beginning, 'first' | 'password' | 'choices'>) {
    this.#first = first;
    this.#password = password;
    this.#choices = [...choices];
  }

  /** The answer to what is asked; null where the person has to give it. */
  take(asked: Outcome): Given | null {
    switch (asked.kind) {
      case 'factor-choice':
        return this.#takeFactor(asked.factors);
      case 'password-needed':
        return this.#takePassword();
      case 'mfa-choice':
        return this.#takeChoice((choice) => choice.kind === 'mfa' && asked.channels.includes(choice.channel));
      case 'set-up-choice':
        return this.#takeChoice(
          ({ kind }) => (kind === 'set-up' || kind === 'email') && asked.factors.includes(setUpBy[kind]),
        );
      case 'email-needed':
        return this.#takeChoice(({ kind }) => kind === 'email');
      default:
        return null;
    }
  }

  /** A password that is known is no question either where there is nothing else to choose. */
  #takeFactor(factors: readonly Factor[]): Given | null {
    const first = this.#first;
    this.#first = null;
    if (first && first !== 'password' && factors.includes(first)) return { kind: 'factor', factor: first };
    const only = factors.length === 1 || first === 'password';
    return only && factors.includes('password') ? this.#takePassword() : null;
  }

  #takePassword(): Given | null {
    const password = this.#password;
    this.#password = null;
    return password === null ? null : { kind: 'password', password };
  }

  #takeChoice(fits: (choice: Choice) => boolean): Given | null {
    const index = this.#choices.findIndex(fits);
    return index < 0 ? null : this.#choices.splice(index, 1)[0]!;
  }
}

const setUpBy = { 'set-up': 'totp', email: 'email' } as const;
