import { expect } from '@open-wc/testing';
import { isDue, spokenName } from '../../src/cognito/session-facts.js';
import type { CognitoUserSession } from '../../src/cognito/sdk-internals.js';

const uuid = '0a1b2c3d-0000-4000-8000-0123456789ab';

interface Times {
  readonly from?: number;
  readonly until?: number;
  readonly idFrom?: number;
  readonly idUntil?: number;
  readonly drift?: number;
  readonly valid?: boolean;
}

/** A session whose tokens say so much, in seconds from now, on a device whose clock is so far off. */
function sessionOf(claims: object, times: Times = {}) {
  const { from = 0, until = 3600, idFrom = from, idUntil = until, drift = 0, valid = true } = times;
  const now = Date.now() / 1000 - drift;
  const token = (begin: number, end: number) => ({
    getExpiration: () => now + end,
    getIssuedAt: () => now + begin,
    decodePayload: () => claims,
  });
  return {
    isValid: () => valid,
    getAccessToken: () => token(from, until),
    getIdToken: () => token(idFrom, idUntil),
    getClockDrift: () => drift,
  } as unknown as CognitoUserSession;
}

describe('a session is due', () => {
  const rows: [what: string, times: Times, due: boolean][] = [
    ['not with an hour left', {}, false],
    ['not with 65 s left of an hour', { from: -3535, until: 65 }, false],
    ['with 55 s left of an hour', { from: -3545, until: 55 }, true],
    ['with 55 s left of the ID token alone', { from: -3545, until: 900, idUntil: 55 }, true],
    ['not with 35 s left of a minute', { from: -25, until: 35 }, false],
    ['with 25 s left of a minute', { from: -35, until: 25 }, true],
    ['with 25 s left of a minute, whichever token is the older', { from: -35, idFrom: -5, until: 25 }, true],
    ['by the service’s clock, wherever this device’s stands', { from: -3545, until: 55, drift: 900 }, true],
    ['not by this device’s clock', { from: -3000, until: 600, drift: -900 }, false],
    ['once it has ended', { valid: false }, true],
  ];
  for (const [what, times, due] of rows) it(what, () => expect(isDue(sessionOf({}, times))).to.equal(due));
});

describe('the name in front of people', () => {
  const rows: [username: string, claims: object, name: string][] = [
    ['ann', { email: 'ann@example.org' }, 'ann'],
    [uuid, { email: 'ann@example.org', phone_number: '+49' }, 'ann@example.org'],
    [uuid.toUpperCase(), { email: '', phone_number: '+49151' }, '+49151'],
    [uuid, { email: 7, preferred_username: 'annie' }, 'annie'],
    [uuid, {}, uuid],
    [`x${uuid}`, { email: 'ann@example.org' }, `x${uuid}`],
    [`${uuid}x`, { email: 'ann@example.org' }, `${uuid}x`],
  ];
  for (const [username, claims, name] of rows)
    it(`of ${username} with ${JSON.stringify(claims)} is ${name}`, () => {
      expect(spokenName(username, sessionOf(claims))).to.equal(name);
    });
});
