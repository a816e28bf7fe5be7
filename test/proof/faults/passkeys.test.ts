import { addAuthenticator, hasAuthenticators, removeAuthenticator } from '../../support/authenticator.js';
import { describeRows } from './matrix.js';
import { passkeyRows } from './rows/passkeys.js';

const none = 'no authenticator of this browser can be commanded';

/** The authenticator under command picks a passkey that is merely listed with the saved user names, and so signs in by itself. */
let listsPasskeys: typeof PublicKeyCredential.isConditionalMediationAvailable;

describe('a fault that befalls', () => {
  if (!hasAuthenticators) return describeRows(passkeyRows, none);
  beforeEach(async () => {
    listsPasskeys = PublicKeyCredential.isConditionalMediationAvailable;
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
    await addAuthenticator();
  });
  afterEach(async () => {
    PublicKeyCredential.isConditionalMediationAvailable = listsPasskeys;
    await removeAuthenticator();
  });
  return describeRows(passkeyRows);
});
