/** With Chromium's virtual authenticator; other browsers have none to be commanded. */
import { expect } from '@open-wc/testing';
import { credentialToJson } from '../../src/passkey/credential-to-json.js';
import { openPasskeyPrompt } from '../../src/passkey/open-passkey-prompt.js';
import { addAuthenticator, removeAuthenticator, setUserVerified } from '../support/authenticator.js';
import { creation, request } from './scripted-browser.js';

const forever = new AbortController().signal;
const prompt = openPasskeyPrompt()!;

interface Json {
  readonly id: string;
  readonly response: Readonly<Record<string, string>>;
}
const make = async (options: object = creation) => (await prompt.create(options, forever)) as Json | null;
const ask = async (autofill = false) =>
  JSON.parse((await prompt.get({ ...request, userVerification: 'required' }, autofill, forever))!) as Json | null;

describe('with an authenticator', () => {
  beforeEach(async function () {
    if (!(await addAuthenticator())) this.skip();
  });
  afterEach(removeAuthenticator);

  it('makes a passkey, and signs with it', async () => {
    const made = (await make())!;
    expect(made.response['attestationObject']).to.match(/^[\w-]+$/);
    const signed = (await ask())!;
    expect([signed.id, signed.response['userHandle']]).to.deep.equal([made.id, creation.user.id]);
    const clientData = atob(signed.response['clientDataJSON']!.replaceAll('-', '+').replaceAll('_', '/'));
    expect(JSON.parse(clientData)).to.include({ type: 'webauthn.get', challenge: request.challenge });
  });

  it('tells that there is a passkey already', async () => {
    const { id } = (await make())!;
    const again = make({ ...creation, excludeCredentials: [{ type: 'public-key', id }] });
    expect(await again.catch((error: unknown) => error)).to.have.property('code', 'already-registered');
  });

  it('comes to nothing when the person is not recognised', async () => {
    await make();
    await setUserVerified(false);
    expect(await ask()).to.equal(null);
  });

  it('says so when the site is another', async () => {
    const elsewhere = make({ ...creation, rp: { id: 'example.com', name: 'Example' } });
    expect(await elsewhere.catch((error: unknown) => error)).to.have.property('code', 'wrong-site');
  });

  it('opens a dialog while the list of saved user names waits', async () => {
    expect(await prompt.canAutofill()).to.equal(true);
    const list = ask(true);
    const made = (await make())!;
    expect(await list).to.equal(null);
    expect((await ask())!.id).to.equal(made.id);
  });

  it('reads credentials as the browser itself does', async () => {
    let last: Credential | null = null;
    const keep = async (answer: Promise<Credential | null>) => (last = await answer);
    const credentials = {
      get: (options?: CredentialRequestOptions) => keep(navigator.credentials.get(options)),
      create: (options?: CredentialCreationOptions) => keep(navigator.credentials.create(options)),
    };
    const watched = openPasskeyPrompt({ isSecureContext, navigator: { credentials }, PublicKeyCredential })!;
    const same = (ceremony: 'get' | 'create', json: unknown) => {
      Object.defineProperty(last, 'toJSON', { value: undefined });
      expect(credentialToJson(last!, ceremony)).to.deep.equal(json);
    };
    same('create', await watched.create({ ...creation, extensions: { credProps: true } }, forever));
    same('get', JSON.parse((await watched.get(request, false, forever))!));
  });
});
