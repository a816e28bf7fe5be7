/** The pool inside a page, with no server: all that `fetch` would add or hide is in plain sight here. */
import { expect } from '@open-wc/testing';
import { createPoolHost } from '../../demo/user-pool/pool-host.js';
import { amzJson, target } from './call.js';

/** A request with headers that a page's own Request must not set. */
function requestWith(url: string, method: string, headers: Record<string, string>): Request {
  return Object.defineProperty(new Request(url, { method }), 'headers', { value: new Headers(headers) });
}

describe('the pool in a page', () => {
  const host = createPoolHost();
  const origin = 'http://pools.test';

  it('signs a ready user in', async () => {
    const demo = await (await host.fetch(new Request(`${origin}/pools/demo`))).json();
    const headers = { ...amzJson, ...target('InitiateAuth') };
    const AuthParameters = { USERNAME: 'bob', PASSWORD: demo.users[0].password };
    const body = JSON.stringify({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId: demo.clientId, AuthParameters });
    const response = await host.fetch(new Request(origin + demo.path, { method: 'POST', headers, body }));
    expect((await response.json()).AuthenticationResult).to.include.keys('AccessToken', 'IdToken', 'RefreshToken');
  });

  it('has a ready user for each situation, with a sentence about them', async () => {
    const { users } = await (await host.fetch(new Request(`${origin}/pools/demo`))).json();
    const situations = users.map(({ mfa, status }: { mfa?: string; status?: string }) => status ?? mfa ?? 'none');
    expect(situations).to.have.members(['sms', 'totp', 'email', 'none', 'locked', 'disabled']);
    for (const { description } of users) expect(description).to.match(/\w+ \w+/);
  });

  it('answers a preflight with all it asks for', async () => {
    const asked = 'cache-control,content-type,x-amz-target,x-amz-user-agent';
    for (const path of ['/pools/demo/', '/pools', '/pools/demo/clock']) {
      const preflight = { 'access-control-request-headers': asked, 'access-control-request-method': 'POST' };
      const { status, headers } = await host.fetch(requestWith(origin + path, 'OPTIONS', preflight));
      expect([path, status]).to.deep.equal([path, 200]);
      expect(headers.get('access-control-allow-origin')).to.equal('*');
      expect(headers.get('access-control-allow-headers')).to.equal(asked);
      expect(headers.get('access-control-allow-methods')).to.contain('POST');
      expect(Number(headers.get('access-control-max-age'))).to.be.above(0);
    }
  });

  it('exposes the headers that clients read', async () => {
    const { headers } = await host.fetch(new Request(`${origin}/pools/demo/`, { method: 'POST' }));
    expect(headers.get('access-control-allow-origin')).to.equal('*');
    expect(headers.get('access-control-expose-headers')).to.equal(
      'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
    );
  });

  it('refuses every method but POST', async () => {
    for (const method of ['PUT', 'DELETE', 'HEAD', 'PATCH']) {
      const headers = { ...amzJson, ...target('InitiateAuth') };
      const response = await host.fetch(new Request(`${origin}/pools/demo/`, { method, headers }));
      expect(response.status).to.equal(400);
      expect((await response.json()).__type).to.equal('UnknownOperationException');
    }
  });

  it('binds an SMS code to the host of the page, in the last line, for WebOTP', async () => {
    const { path, clientId, users } = await (await host.fetch(new Request(`${origin}/pools/demo`))).json();
    const headers = { ...amzJson, ...target('InitiateAuth'), origin: 'https://shop.example:8443' };
    const AuthParameters = { USERNAME: 'ann', PASSWORD: users[0].password };
    const body = JSON.stringify({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId: clientId, AuthParameters });
    const request = new Request(origin + path, { method: 'POST', body });
    await host.fetch(Object.defineProperty(request, 'headers', { value: new Headers(headers) }));
    const [message] = await (await host.fetch(new Request(`${origin}/pools/demo/outbox`))).json();
    expect(message.text.split('\n').at(-1)).to.equal(`@shop.example #${message.code}`);
  });
});
