import type { DeviceType } from '@aws-sdk/client-cognito-identity-provider';
import { toBase64 } from './bytes.js';
import { deviceNotFound } from './errors.js';
import { type Services, uuid } from './services.js';
import type { PoolSettings } from './settings.js';
import type { Credentials } from './srp.js';
import type { User } from './users.js';

/** A browser or app that a user signs in with. Times are milliseconds since the epoch. */
export interface Device {
  key: string;
  /** Stands for the pool's name in the device's own SRP. */
  groupKey: string;
  user: User;
  name: string;
  /** What checks the device's secret; there from ConfirmDevice on. */
  credentials?: Credentials;
  /** Whether it may prove itself in place of a second factor. */
  remembered: boolean;
  createdAt: number;
  changedAt: number;
  authenticatedAt: number;
}

/** A device that has been confirmed, so that it can prove itself. */
export type ConfirmedDevice = Device & Required<Pick<Device, 'credentials'>>;

const isConfirmed = (device: Device | undefined): device is ConfirmedDevice => device?.credentials !== undefined;

/** The devices of all users, by their keys. */
export class Devices {
  #byKey = new Map<string, Device>();

  constructor(
    private readonly services: Services,
    private readonly settings: PoolSettings,
  ) {}

  /** Takes note of a sign-in; without a device that is known, it begins to track a new one, where the pool tracks any. */
  signIn(
    user: User,
    named: Device | undefined,
  ): { device?: undefined; isNew: false } | { device: Device; isNew: boolean } {
    if (this.settings.deviceTracking === 'off') return { isNew: false };
    const now = this.services.clock();
    const known = named && this.#find(user, named.key);
    if (known) known.authenticatedAt = now;
    return known ? { device: known, isNew: false } : { device: this.#register(user, now), isNew: true };
  }

  /** Takes what checks the device's secret, once. True where the user still has to be asked whether to remember it. */
  confirm(user: User, key: string, name: string, credentials: Credentials): boolean {
    const device = this.#find(user, key);
    if (!device || isConfirmed(device)) throw deviceNotFound();
    const asks = this.settings.deviceTracking === 'opt-in';
    Object.assign(device, { name, credentials, remembered: !asks, changedAt: this.services.clock() });
    return asks;
  }

  /** The user's confirmed device of that key; throws where there is none. */
  get(user: User | undefined, key: string): ConfirmedDevice {
    const device = this.#find(user, key);
    if (!isConfirmed(device)) throw deviceNotFound();
    return device;
  }

  list(user: User): ConfirmedDevice[] {
    return [...this.#byKey.values()].filter(isConfirmed).filter((device) => device.user === user);
  }

  remember(device: Device, remembered: boolean): void {
    Object.assign(device, { remembered, changedAt: this.services.clock() });
  }

  forget(device: Device): void {
    device.remembered = false; // for a sign-in that is under way with it
    this.#byKey.delete(device.key);
  }

  /**
   * Whether tokens that were given on the device may be renewed by a request that names this key. That an unconfirmed device
   * may not is what people report of the service, not what its documentation says.
   * https://github.com/aws-amplify/amplify-android/issues/2506
   */
  mayRefresh({ user, key }: Device, named: string | undefined): boolean {
    return named === key && isConfirmed(this.#find(user, key));
  }

  #register(user: User, now: number): Device {
    const { random } = this.services;
    const names = { key: `local_${uuid(random)}`, groupKey: `-${toBase64(random(6))}`, name: '' };
    const device = { ...names, user, remembered: false, createdAt: now, changedAt: now, authenticatedAt: now };
    this.#byKey.set(device.key, device);
    return device;
  }

  #find(user: User | undefined, key: string): Device | undefined {
    const device = this.#byKey.get(key);
    return device?.user === user ? device : undefined;
  }
}

const seconds = (ms: number) => ms / 1000;

/** A device as GetDevice and ListDevices show it; dates are seconds on the wire. */
export function describeDevice(device: Device): Record<keyof DeviceType, unknown> {
  const status = device.remembered ? 'remembered' : 'not_remembered';
  return {
    DeviceKey: device.key,
    DeviceAttributes: [
      { Name: 'device_status', Value: 'valid' },
      { Name: 'device_name', Value: device.name },
      { Name: 'dev:device_remembered_status', Value: status },
    ],
    DeviceCreateDate: seconds(device.createdAt),
    DeviceLastModifiedDate: seconds(device.changedAt),
    DeviceLastAuthenticatedDate: seconds(device.authenticatedAt),
  };
}
