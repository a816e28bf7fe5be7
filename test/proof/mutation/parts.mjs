/** What is mutated, why, and by which tests a mutant has to be noticed. */

const cognito = (...names) => names.map((name) => `src/cognito/${name}.ts`);
const tests = (folder, ...names) => names.map((name) => `test/${folder}/${name}.test.ts`);

/**
 * The tests are those that need no page: what goes through the element, or asks the local pool over HTTP, is too slow to be tried on
 * thousands of mutants, and so are those whose arithmetic takes seconds. A mutant that only they would notice counts as a survivor.
 */
export const parts = {
  flow: {
    why: 'what may happen: every rule of the sign-in',
    files: ['src/flow/**/*.ts'],
    // The walk through all states does its walking before its tests begin: every mutant would be tried on everything.
    tests: tests(
      'flow',
      ...['transition', 'fields', 'errors', 'arrive', 'resend', 'restored', 'session-clock', 'corners'],
      ...['password-policy', 'read-address', 'read-code', 'sign-in-by'],
    ),
  },
  errors: {
    why: 'the one table of failures, and what a refusal says of a device',
    files: cognito('errors', 'device-wire'),
    tests: tests('cognito', 'errors', 'clock-skew', 'device-wire'),
  },
  wire: {
    why: 'the one guarded request, and the checks that each answer passes',
    files: cognito('wire', 'answer'),
    tests: tests('cognito', 'answer', 'wire', 'request', 'refusals'),
  },
  answers: {
    why: 'what the service’s questions mean to the flow, and what is answered to them',
    files: cognito('names', 'answers', 'outcomes', 'trail', 'standing-answers'),
    tests: tests('cognito', 'outcomes', 'standing-answers', 'choice', 'replay'),
  },
  requests: {
    why: 'what is asked of the service, by which way and for whom',
    files: cognito('config', 'begin', 'recovery', 'set-up', 'passkeys', 'renew', 'session-end', 'with-limit'),
    tests: tests(
      'cognito',
      ...['config', 'begin', 'recovery', 'set-up', 'passkeys', 'with-limit', 'request', 'choice', 'replay'],
      ...['downgrade', 'stored-session', 'session-refresh', 'refusals', 'outcomes'],
    ),
  },
  sessions: {
    why: 'who is signed in, in this tab and the others, and on which device',
    files: cognito(
      'session-keeper',
      'session-signal',
      'session-lock',
      'settle',
      'device',
      'while-entered',
      'port-user',
    ),
    tests: tests(
      'cognito',
      ...['stored-session', 'session-refresh', 'ended-session', 'token-storage', 'offers-in-two-tabs', 'restore'],
      ...['device', 'new-device', 'one-outcome', 'letting-go', 'bad-answers', 'settle', 'choice', 'request'],
      'challenges',
    ),
  },
  storage: {
    why: 'where the tokens are, whose they are, and what outlives a reload',
    files: cognito('storage', 'accounts', 'session-facts', 'resume'),
    tests: tests(
      'cognito',
      ...[
        'storage',
        'session-facts',
        'stored-session',
        'token-storage',
        'ended-session',
        'session-refresh',
        'offers-in-two-tabs',
      ],
      ...['restore', 'resume'],
    ),
  },
};

/** What `.ci/run` tries: quick, and where an error that slips through does the most harm. */
export const sample = ['errors', 'storage'];

export const bundleOf = (part) => `${part}.test.cjs`;
