/** What requests and refusals say of a remembered device. Pure. */
import { WireFailure } from './wire.js';

interface NamesDevice {
  readonly ChallengeName?: string;
  readonly AuthParameters?: Readonly<Record<string, string>>;
  readonly ChallengeResponses?: Readonly<Record<string, string>>;
}

/** The request without the device that it names, or null: where it names none, or the device is what it is about. */
export function withoutDevice(request: object): object | null {
  const { ChallengeName, AuthParameters, ChallengeResponses }: NamesDevice = request;
  const names = AuthParameters?.DEVICE_KEY ?? ChallengeResponses?.DEVICE_KEY;
  if (!names || ChallengeName?.startsWith('DEVICE_')) return null;
  return {
    ...request,
    ...(AuthParameters && { AuthParameters: withoutKey(AuthParameters) }),
    ...(ChallengeResponses && { ChallengeResponses: withoutKey(ChallengeResponses) }),
  };
}

function withoutKey(parameters: Readonly<Record<string, string>>): Record<string, string> {
  const { DEVICE_KEY: _, ...rest } = parameters;
  return rest;
}

/** Whether a refusal says that the pool knows no such device. */
export const forgetsDevice = (failure: unknown): failure is WireFailure =>
  failure instanceof WireFailure && failure.code === 'ResourceNotFoundException' && /device/i.test(failure.message);

/** Whether the device's own proof was refused; a session that ended says nothing of the device. */
export const refusesDevice = (failure: unknown): failure is WireFailure =>
  forgetsDevice(failure) ||
  (failure instanceof WireFailure &&
    failure.code === 'NotAuthorizedException' &&
    /^incorrect|device/i.test(failure.message));
