import { expect } from '@open-wc/testing';
import type { AuthPort } from '../../src/flow/ports.js';
import { jwt, refusal, tokens } from '../support/scripted-service.js';
import { never, openScripted, openShelf, storedSession } from './open-scripted.js';

const past = { from: -7200, until: -3600 };
const aged = () => openShelf(storedSession('eve', { idToken: jwt(past), accessToken: jwt(past) })).storage;
const refreshed = () => tokens({ RefreshToken: undefined });
const ended = () => refusal('NotAuthorizedException', 'Access Token has expired');

describe('what the page gives the pool’s triggers', () => {
  const clientMetadata = { tenant: 'blue' };

  for (const [when, script, act] of [
    ['is asked for', [refreshed()], (port: AuthPort) => port.getSession()],
    ['ends everywhere', [ended(), refreshed(), ''], (port: AuthPort) => port.signOut(true, never)],
  ] as const)
    it(`goes with the refresh of a session that ${when}`, async () => {
      const { port, service } = openScripted([...script], { storage: aged(), clientMetadata });
      await act(port);
      const refresh = service.sent.find(({ operation }) => operation === 'GetTokensFromRefreshToken');
      expect(refresh!.params).to.have.property('ClientMetadata').that.deep.equals(clientMetadata);
    });
});
