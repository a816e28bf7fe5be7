/** What a person is told of a refusal: which sentence it has to be, written down apart from src, and what is wrong with the one that it is. */
import type { ErrorCode, PasswordRule } from '../../../src/flow/error.js';
import { defaultPolicy } from '../../../src/flow/password-policy.js';
import type { LoginState } from '../../../src/flow/state.js';
import type { Messages } from '../../../src/i18n/messages.js';
import { showStep, type ShownStep } from '../../../src/views/show-step.js';
import type { View } from '../../../src/views/step-view.js';
import type { Ending } from './play.js';
import type { Refusal, Situation } from './situations/situation.js';

export type Texts = readonly (readonly [language: string, text: Messages])[];

const shown = ({ options }: Situation, state: LoginState, text: Messages): ShownStep => {
  const set: View['options'] = {
    ...{ loginWith: 'username', mode: 'sign-in', asksPassword: options?.authFlow !== 'choice' },
    ...{ passwordReset: true, passkeys: true, issuer: 'Shop', passwordPolicy: defaultPolicy },
  };
  const none = () => '';
  const view = { text, options: set, now: 0, metRules: new Set(), copied: null, id: none, field: none };
  return showStep(state, view as unknown as View);
};

/** What the live region says after the act; null where there is nothing to say. */
const told = (situation: Situation, { state, previous }: Ending, text: Messages): string | null =>
  shown(situation, state, text).announce(previous);

/** The rule that the service's message names. */
function ruleIn({ exception, message }: Refusal): PasswordRule {
  if (exception === 'PasswordHistoryPolicyViolationException') return 'history';
  const named = /not long enough|lowercase|uppercase|numeric|symbol/.exec(message)?.[0];
  if (named === 'not long enough') return 'length';
  return named === 'numeric' ? 'number' : ((named ?? 'other') as PasswordRule);
}

type Sentences = (text: Messages) => Partial<Record<ErrorCode, string>>;

/** What a situation has words of its own for. */
const ownSentences: Readonly<Record<string, Sentences>> = {
  SOFTWARE_TOKEN_MFA: ({ code }) => ({ 'wrong-code': code.wrongTotp }),
  'MFA_SETUP, an e-mail address': ({ shared }) => ({ 'account-conflict': shared.addressTaken }),
  CUSTOM_CHALLENGE: ({ signIn }) => ({ 'invalid-credentials': signIn.refused }),
};

/** What a step has words of its own for. */
const sentencesOf: Readonly<Partial<Record<LoginState['name'], Sentences>>> = {
  'set-up-totp': ({ code, setUpTotp }) => ({ 'wrong-code': code.wrongTotp, 'session-expired': setUpTotp.expired }),
  'reset-password': ({ shared }) => ({ 'code-expired': shared.codeExpired }),
  'confirm-sign-up': ({ shared }) => ({ 'code-expired': shared.codeExpired }),
};

/** A first step that asked for no password says nothing of one. */
const withoutPassword: Sentences = ({ signIn }) => ({ 'invalid-credentials': signIn.refused });

/** The sentence of an error: the one of the table, but for those above. */
function sentenceOf(code: ErrorCode, situation: Situation, refusal: Refusal, step: LoginState['name'], text: Messages) {
  if (code === 'password-policy') return text.passwordRules.refused[ruleIn(refusal)];
  const byName = step === 'sign-in' && situation.options?.authFlow === 'choice' ? withoutPassword : undefined;
  const own = { ...byName?.(text), ...sentencesOf[step]?.(text), ...ownSentences[situation.name]?.(text) };
  return own[code] ?? text.errors[code];
}

/** @returns what is wrong in it, if anything */
function wrongIn(
  words: string | null,
  refusal: Refusal,
  situation: Situation,
  ending: Ending,
  text: Messages,
): string[] {
  const { state, previous } = ending;
  if (state.error) {
    const due = sentenceOf(state.error.code as ErrorCode, situation, refusal, state.name, text);
    return words === due ? [] : [`“${words}” in place of “${due}”`];
  }
  const { heading } = shown(situation, state, text);
  if (state.name !== previous.name)
    return words && words.length > heading.length + 2 ? [] : [`“${words}” of the step “${heading}”`];
  // Nobody hears twice of what has not changed; a code that may be on its way is told of.
  return (words !== null) === tellsOfCode(situation) ? [] : [`“${words}” where nothing has changed`];
}

const tellsOfCode = ({ acts }: Situation): boolean => {
  const last = acts.at(-1)!;
  return typeof last === 'object' && last.type === 'request-code';
};

/** What is wrong with the words that a person hears, in any language. */
export function wrongWords(
  situation: Situation,
  refusal: Refusal,
  ending: Ending,
  never: string,
  texts: Texts,
): string[] {
  const said = new Map(texts.map(([language, text]) => [language, told(situation, ending, text)] as const));
  return texts.flatMap(([language, text]) => {
    const words = said.get(language)!;
    const repeats = [never, refusal.exception, refusal.message].filter((part) => part && words?.includes(part));
    return [
      ...wrongIn(words, refusal, situation, ending, text),
      ...(words?.trim() === '' ? ['no text'] : []),
      ...(/[{}]|undefined/.test(words ?? '') ? [`“${words}”`] : []),
      ...(language !== 'en' && words !== null && words === said.get('en') ? ['the English text'] : []),
      ...repeats.map((part) => `repeats “${part}”`),
    ].map((line) => `${language}: ${line}`);
  });
}
