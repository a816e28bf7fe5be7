/** How the service says which exception it is: its protocol (AWS JSON 1.1, "Operation error serialization") allows for several forms. */

interface Thrown {
  readonly exception: string;
  readonly message: string;
  readonly status: number;
}

type Form = (thrown: Thrown) => Response;

export const requestId = 'r-4e1';

const answer = ({ status }: Thrown, body: string, headers: Record<string, string> = {}): Response =>
  new Response(body, { status, headers: { 'x-amzn-requestid': requestId, ...headers } });

export const forms: Readonly<Record<string, Form>> = {
  'in body and headers': (thrown) =>
    answer(thrown, JSON.stringify({ __type: thrown.exception, message: thrown.message }), {
      'x-amzn-errortype': `${thrown.exception}:`,
      'x-amzn-errormessage': thrown.message,
    }),
  'in the body, after a namespace': (thrown) =>
    answer(
      thrown,
      JSON.stringify({
        __type: `com.amazonaws.cognito.identity.idp.model#${thrown.exception}`,
        Message: thrown.message,
      }),
    ),
  'in the header, before an address': (thrown) =>
    answer(thrown, JSON.stringify({ message: thrown.message }), {
      'x-amzn-errortype': `${thrown.exception}:http://internal.amazon.com/coral/com.amazonaws.cognito/`,
    }),
  'in headers alone': (thrown) =>
    answer(thrown, '', { 'x-amzn-errortype': thrown.exception, 'x-amzn-errormessage': thrown.message }),
};
