import type {
  ConfirmDeviceRequest,
  ForgetDeviceRequest,
  GetDeviceRequest,
  ListDevicesRequest,
  UpdateDeviceStatusRequest,
} from '@aws-sdk/client-cognito-identity-provider';
import { fromBase64, toBigInt } from '../bytes.js';
import { describeDevice } from '../devices.js';
import { invalidParameter, validationError } from '../errors.js';
import { type Parameters, read, required } from '../parameters.js';
import type { Operation, Pool } from '../pool.js';
import type { Credentials } from '../srp.js';

/** The model's limit of ListDevices; nobody in a demo has more devices than one page of it holds. */
const PAGE = 60;

const named = { AccessToken: 'string, required', DeviceKey: 'string, required' } as const;

function readVerifier(config: Parameters): Credentials {
  const [salt, verifier] = [required(config, 'Salt'), required(config, 'PasswordVerifier')];
  try {
    return { salt: toBigInt(fromBase64(salt)), verifier: toBigInt(fromBase64(verifier)) };
  } catch {
    throw invalidParameter('Invalid device secret verifier config');
  }
}

async function findDevice({ tokens, devices }: Pool, { AccessToken = '', DeviceKey = '' }: ForgetDeviceRequest) {
  const { user } = await tokens.authorize(AccessToken);
  return devices.get(user, DeviceKey);
}

export const confirmDevice: Operation = async (input, { pool }) => {
  const request = read<ConfirmDeviceRequest>(input, {
    ...named,
    DeviceSecretVerifierConfig: 'map',
    DeviceName: 'string',
  });
  const { user } = await pool.tokens.authorize(request.AccessToken ?? '');
  const { Salt = '', PasswordVerifier = '' } = request.DeviceSecretVerifierConfig ?? {};
  const credentials = readVerifier({ Salt, PasswordVerifier });
  const asks = pool.devices.confirm(user, request.DeviceKey ?? '', request.DeviceName ?? '', credentials);
  return { UserConfirmationNecessary: asks };
};

export const updateDeviceStatus: Operation = async (input, { pool }) => {
  const request = read<UpdateDeviceStatusRequest>(input, { ...named, DeviceRememberedStatus: 'string' });
  const status: string = request.DeviceRememberedStatus ?? 'not_remembered';
  if (!['remembered', 'not_remembered'].includes(status))
    throw validationError('deviceRememberedStatus', `'${status}'`, 'satisfy enum value set');
  pool.devices.remember(await findDevice(pool, request), status === 'remembered');
  return {};
};

export const forgetDevice: Operation = async (input, { pool }) => {
  pool.devices.forget(await findDevice(pool, read<ForgetDeviceRequest>(input, named)));
  return {};
};

export const getDevice: Operation = async (input, { pool }) => ({
  Device: describeDevice(await findDevice(pool, read<GetDeviceRequest>(input, named))),
});

export const listDevices: Operation = async (input, { pool }) => {
  const { AccessToken = '' } = read<ListDevicesRequest>(input, { AccessToken: 'string, required' });
  const { user } = await pool.tokens.authorize(AccessToken);
  return { Devices: pool.devices.list(user).slice(0, PAGE).map(describeDevice) };
};
