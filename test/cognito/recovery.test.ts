import { expect } from '@open-wc/testing';
import type { Outcome } from '../../src/flow/outcome.js';
import type { AuthPort } from '../../src/flow/ports.js';
import { refusal, type Reply, silence, tokens } from '../support/scripted-service.js';
import { clientId, errorOf, never, openScripted, rejection, until, wordOf } from './open-scripted.js';

const details = (DeliveryMedium = 'EMAIL', Destination: unknown = 'a***@e***') =>
  JSON.stringify({ CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium, Destination } });
const clientMetadata = { tenant: 'blue' };
const reset = { username: 'ann', code: '123456', password: 'New-Lagoon-8' };

interface Way {
  readonly ask: (port: AuthPort, signal?: AbortSignal) => Promise<Outcome>;
  readonly answer: string;
  readonly outcome: Outcome;
  readonly params: object;
}

const ways: Readonly<Record<string, Way>> = {
  ForgotPassword: {
    ask: (port, signal = never) => port.requestReset('ann', signal),
    ...{ answer: details(), outcome: { kind: 'reset-sent' }, params: {} },
  },
  ConfirmForgotPassword: {
    ask: (port, signal = never) => port.reset(reset, signal),
    ...{ answer: '{}', outcome: { kind: 'password-reset' } },
    params: { ConfirmationCode: '123456', Password: 'New-Lagoon-8' },
  },
  ResendConfirmationCode: {
    ask: (port, signal = never) => port.requestConfirmation('ann', signal),
    answer: details('SMS', '+********0114'),
    outcome: { kind: 'confirmation-sent', channel: 'sms', destination: '+********0114' },
    params: {},
  },
  ConfirmSignUp: {
    ask: (port, signal = never) => port.confirmSignUp({ username: 'ann', code: '123456' }, signal),
    ...{ answer: '{}', outcome: { kind: 'confirmed' }, params: { ConfirmationCode: '123456' } },
  },
};

const outcomeOf = (operation: string, reply: Reply) => ways[operation]!.ask(openScripted([reply]).port);

for (const [operation, { ask, answer, outcome, params }] of Object.entries(ways))
  describe(operation, () => {
    it('is one request with the client metadata', async () => {
      const { port, service } = openScripted([answer], { clientMetadata });
      expect(await ask(port)).to.deep.equal(outcome);
      expect(service.operations()).to.deep.equal([operation]);
      const sent = { ClientId: clientId, Username: 'ann', ...params, ClientMetadata: clientMetadata };
      expect(service.sent[0]!.params).to.deep.equal(sent);
    });

    it('that is refused or lost says why, and is made once', async () => {
      const replies: Record<string, Reply> = {
        'rate-limited': refusal('LimitExceededException', 'Attempt limit exceeded, please try after some time.'),
        'service-unavailable': refusal('InternalErrorException', '', 500),
        'config-error': refusal('ResourceNotFoundException', 'User pool client x does not exist.'),
        'bad-response': '',
        offline: new TypeError('Failed to fetch'),
      };
      for (const [code, reply] of Object.entries(replies)) {
        const { port, service } = openScripted([reply]);
        expect(wordOf(await ask(port))).to.equal(code);
        expect(service.sent).to.have.lengthOf(1);
      }
    });

    it('of a client with a secret names the setting, whoever it is about', async () => {
      const secret = refusal('NotAuthorizedException', 'Unable to verify secret hash for client x');
      expect(errorOf(await outcomeOf(operation, secret))).to.include({ code: 'config-error', hint: 'client-secret' });
    });

    it('ends with its signal, and after 15 s of silence', async () => {
      const { port, service, clock } = openScripted([silence, silence]);
      const controller = new AbortController();
      const left = rejection(ask(port, controller.signal));
      controller.abort(new Error('Gone.'));
      expect(await left).to.equal(controller.signal.reason);
      const waiting = ask(port);
      await until(() => service.sent.length > 0);
      clock.advance(15_000);
      expect(wordOf(await waiting)).to.equal('timeout');
    });
  });

describe('nobody learns who has an account', () => {
  const nobody = [
    refusal('UserNotFoundException', 'Username/client id combination not found.'),
    refusal('NotAuthorizedException', 'User is disabled.'),
    refusal('NotAuthorizedException', 'User password cannot be reset in the current state.'),
    refusal(
      'InvalidParameterException',
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
    ),
    refusal('NotAuthorizedException', 'User account has expired, it must be reset by an administrator.'),
  ];

  it('from the request for a reset', async () => {
    for (const reply of nobody) expect(await outcomeOf('ForgotPassword', reply)).to.deep.equal({ kind: 'reset-sent' });
  });

  it('but whoever is refused for the network they are in is told so', async () => {
    const refused = refusal('NotAuthorizedException', 'Request not allowed due to security reasons.');
    for (const operation of ['ForgotPassword', 'ConfirmForgotPassword'])
      expect(wordOf(await outcomeOf(operation, refused))).to.equal('blocked');
  });

  it('from a reset, or a confirmation: it is as with a wrong code', async () => {
    const wrong = refusal('CodeMismatchException', 'Invalid verification code provided, please try again.');
    for (const operation of ['ConfirmForgotPassword', 'ConfirmSignUp'])
      for (const reply of [wrong, ...nobody.slice(0, 2)])
        expect(wordOf(await outcomeOf(operation, reply))).to.equal('wrong-code');
    const existing = [refusal('UserNotConfirmedException', 'User is not confirmed.'), nobody.at(-1)!];
    for (const reply of existing) {
      const error = errorOf(await outcomeOf('ConfirmForgotPassword', reply));
      expect(error).to.deep.equal({ code: 'wrong-code', retryable: false });
    }
    expect(errorOf(await outcomeOf('ConfirmSignUp', nobody[0]!))).not.to.have.property('cause');
  });

  it('from the request for a confirmation', async () => {
    const sent = { kind: 'confirmation-sent', channel: 'email', destination: null };
    expect(await outcomeOf('ResendConfirmationCode', nobody[0]!)).to.deep.equal(sent);
  });
});

describe('a code that came without a sign-in', () => {
  it('may have run out', async () => {
    const expired = () => refusal('ExpiredCodeException', 'Invalid code provided, please request a code again.');
    expect(wordOf(await outcomeOf('ConfirmForgotPassword', expired()))).to.equal('code-expired');
    expect(wordOf(await outcomeOf('ConfirmSignUp', expired()))).to.equal('code-expired');
  });

  it('is of no use to somebody who is confirmed already', async () => {
    const confirmed = refusal('NotAuthorizedException', 'User cannot be confirmed. Current status is CONFIRMED');
    expect(await outcomeOf('ConfirmSignUp', confirmed)).to.deep.equal({ kind: 'confirmed' });
    const already = refusal('InvalidParameterException', 'User is already confirmed.');
    expect(await outcomeOf('ResendConfirmationCode', already)).to.deep.equal({ kind: 'confirmed' });
  });

  it('may come with a password that the pool refuses', async () => {
    const message = 'Password did not conform with policy: Password must have symbol characters';
    const error = errorOf(await outcomeOf('ConfirmForgotPassword', refusal('InvalidPasswordException', message)));
    expect(error).to.include({ code: 'password-policy', rule: 'symbol' });
  });
});

describe('an answer that says where a code went', () => {
  it('may leave out where', async () => {
    const sent = { kind: 'confirmation-sent', channel: 'email', destination: null };
    for (const body of [details('EMAIL', 7), '{"CodeDeliveryDetails":{}}'])
      expect(await outcomeOf('ResendConfirmationCode', body)).to.deep.equal(sent);
  });

  it('but not that it did', async () => {
    for (const operation of ['ForgotPassword', 'ResendConfirmationCode'])
      for (const body of ['{}', '{"CodeDeliveryDetails":"sent"}', 'null', '[]'])
        expect(wordOf(await outcomeOf(operation, body))).to.equal('bad-response');
  });
});

describe('a sign-in that the pool has put something before', () => {
  for (const [name, code] of [
    ['PasswordResetRequiredException', 'reset-required'],
    ['UserNotConfirmedException', 'confirm-required'],
  ] as const)
    it(`is ${code}, and sends nothing by itself`, async () => {
      const { signIn, service } = openScripted([refusal(name), tokens()]);
      expect(wordOf(await signIn())).to.equal(code);
      expect(service.sent).to.have.lengthOf(1);
    });
});
