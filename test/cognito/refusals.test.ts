import { expect } from '@open-wc/testing';
import { challenge, refusal, tokens } from '../support/scripted-service.js';
import { codeAnswer, errorOf, never, openScripted } from './open-scripted.js';

const page = '<html><body>Blocked</body></html>';
const requestId = { 'x-amzn-requestid': 'request-7' };

/** Status, body, headers; then the code and the name under which a developer sees it. */
const rows: [number, string, Record<string, string>, code: string, name: string][] = [
  [500, '', {}, 'service-unavailable', '500'],
  [500, '{"__type":"InternalErrorException","message":"Oh"}', {}, 'service-unavailable', 'InternalErrorException'],
  [500, '{"__type":"SomethingNewException"}', {}, 'service-unavailable', 'SomethingNewException'],
  [502, page, {}, 'service-unavailable', '502'],
  [503, '{}', {}, 'service-unavailable', '503'],
  [504, 'null', {}, 'service-unavailable', '504'],
  [403, page, {}, 'blocked', '403'],
  [
    403,
    '{"__type":"ForbiddenException","message":"Request not allowed due to WAF block."}',
    {},
    'blocked',
    'ForbiddenException',
  ],
  [403, '{"__type":"AccessDeniedException"}', {}, 'blocked', 'AccessDeniedException'],
  [429, '', {}, 'busy', '429'],
  [429, '{"__type":"TooManyRequestsException","message":"Rate exceeded"}', {}, 'busy', 'TooManyRequestsException'],
  [400, page, {}, 'bad-response', '400'],
  [404, '"text"', {}, 'bad-response', '404'],
  [400, '{"__type":"SomethingNewException"}', {}, 'client-error', 'SomethingNewException'],
  [400, '{"__type":7}', {}, 'bad-response', '400'],
  [400, '{"__type":"com.amazonaws.cognito#LimitExceededException"}', {}, 'rate-limited', 'LimitExceededException'],
  [400, '', { 'x-amzn-errortype': 'LimitExceededException:' }, 'rate-limited', 'LimitExceededException'],
  [
    400,
    '{}',
    { 'x-amzn-errortype': 'LimitExceededException:http://internal' },
    'rate-limited',
    'LimitExceededException',
  ],
  [400, '{"__type":"constructor"}', {}, 'client-error', 'constructor'],
];

describe('a refusal', () => {
  for (const [status, body, headers, code, name] of rows)
    it(`${status} ${body.slice(0, 50)} ${JSON.stringify(headers)} is ${code}, with status and request id`, async () => {
      const response = new Response(body, { status, headers: { ...headers, ...requestId } });
      const { port, signIn, service } = openScripted([response, challenge('SMS_MFA'), response]);
      const error = errorOf(await signIn());
      expect([error.code, error.requestId, error.cause?.status, error.cause?.name]).to.deep.equal([
        ...[code, 'request-7', status, name],
      ]);
      await signIn();
      expect(errorOf(await port.answer(codeAnswer('123456'), never))).to.deep.equal(error);
      expect(service.sent, 'nothing is sent twice').to.have.lengthOf(3);
    });

  it('takes its message from the body, then from the header', async () => {
    const texts = [
      refusal('LimitExceededException', 'from the body', 400, { 'x-amzn-errormessage': 'from the header' }),
      new Response('{"Message":"in capitals"}', {
        status: 400,
        headers: { 'x-amzn-errortype': 'LimitExceededException' },
      }),
      new Response('', { status: 400, headers: { 'x-amzn-errortype': 'X', 'x-amzn-errormessage': 'from the header' } }),
    ];
    const { signIn } = openScripted(texts);
    const messages = [await signIn(), await signIn(), await signIn()].map((outcome) => errorOf(outcome).cause?.message);
    expect(messages).to.deep.equal(['from the body', 'in capitals', 'from the header']);
  });

  it('of the network is offline, whatever fetch rejects with', async () => {
    const { signIn } = openScripted([new TypeError('Failed to fetch'), new Error('proxy'), tokens()]);
    expect(errorOf(await signIn()).code).to.equal('offline');
    expect(errorOf(await signIn()).code).to.equal('offline');
    expect((await signIn()).kind).to.equal('signed-in');
  });

  it('of the network is offline also where a page’s own fetch throws instead of rejecting', async () => {
    const fetch = () => {
      throw new Error('The proxy is not set up.');
    };
    expect(errorOf(await openScripted([], { fetch }).signIn()).code).to.equal('offline');
  });

  it('of the network while the body comes in is offline', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new TypeError('network error'));
      },
    });
    const { signIn } = openScripted([() => new Response(broken)]);
    expect(errorOf(await signIn()).code).to.equal('offline');
  });
});
