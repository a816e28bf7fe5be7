import { fromBase64url } from './base64url.js';
import { PasskeyError } from './passkey-error.js';
import { type CreationOptions, readCreationOptions, readRequestOptions, type RequestOptions } from './read-options.js';

/** The browser's own conversions, of 2025 in all of them. */
export type Converters = Partial<
  Pick<typeof PublicKeyCredential, 'parseRequestOptionsFromJSON' | 'parseCreationOptionsFromJSON'>
>;

/**
 * @param json PublicKeyCredentialRequestOptionsJSON
 * @param autofill whether the person may take as long as the page is open: the specification then knows no time-out (WebAuthn
 *   Level 3, section 5.1.4.1), but not every password manager does
 * @throws PasskeyError
 */
export function requestOptions(
  json: unknown,
  autofill: boolean,
  platform: Converters,
): PublicKeyCredentialRequestOptions {
  const options = readRequestOptions(json);
  if (autofill) delete options.timeout;
  return convert(() => platform.parseRequestOptionsFromJSON?.(options) ?? requestWithBuffers(options));
}

/**
 * @param json PublicKeyCredentialCreationOptionsJSON
 * @throws PasskeyError
 */
export function creationOptions(json: unknown, platform: Converters): PublicKeyCredentialCreationOptions {
  const options = readCreationOptions(json);
  return convert(() => platform.parseCreationOptionsFromJSON?.(options) ?? creationWithBuffers(options));
}

function convert<Options>(conversion: () => Options): Options {
  try {
    return conversion();
  } catch (thrown) {
    throw new PasskeyError('malformed-options', 'The browser does not take the options', thrown);
  }
}

function requestWithBuffers(options: RequestOptions) {
  const { challenge, allowCredentials } = options;
  return {
    ...options,
    challenge: fromBase64url(challenge),
    ...(allowCredentials && { allowCredentials: allowCredentials.map(descriptorWithBuffer) }),
  } as PublicKeyCredentialRequestOptions;
}

function creationWithBuffers(options: CreationOptions) {
  const { challenge, user, excludeCredentials } = options;
  return {
    ...options,
    challenge: fromBase64url(challenge),
    user: { ...user, id: fromBase64url(user.id) },
    ...(excludeCredentials && { excludeCredentials: excludeCredentials.map(descriptorWithBuffer) }),
  } as PublicKeyCredentialCreationOptions;
}

const descriptorWithBuffer = (entry: PublicKeyCredentialDescriptorJSON) => ({ ...entry, id: fromBase64url(entry.id) });
