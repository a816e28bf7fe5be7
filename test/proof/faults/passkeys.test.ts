import { addAuthenticator, hasAuthenticators, removeAuthenticator } from '../../support/authenticator.js';
import { describeRows } from './matrix.js';
import { passkeyRows } from './rows/passkeys.js';

const none = 'no authenticator of this browser can be commanded';

describe('a fault that befalls', () => {
  beforeEach(async () => {
    await addAuthenticator();
  });
  afterEach(removeAuthenticator);
  describeRows(passkeyRows, hasAuthenticators ? null : none);
});
