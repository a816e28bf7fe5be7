import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import { type Channel, compose, mask, type Occasion } from './outbox.js';
import type { Pool } from './pool.js';
import { uuid } from './services.js';
import { isStandIn, type User } from './users.js';

/** Where a code goes. */
export interface Destination {
  channel: Channel;
  to: string;
}

export interface Parcel extends Destination {
  user: User;
  code: string;
  occasion: Occasion;
  /** The page that asked for it, where one did. */
  origin: string | undefined;
}

/** Sends a code; to a user who does not exist, nothing. */
export function deliver({ services }: Pool, { user, channel, to, code, occasion, origin }: Parcel): void {
  if (isStandIn(user)) return;
  services.outbox.deliver({
    ...{ id: uuid(services.random), channel, username: user.username, code, at: services.clock() },
    to: { full: to, masked: mask(channel, to) },
    text: compose(channel, code, origin, occasion),
  });
}

/** Where the user gets codes that have to do with the account: by e-mail if there is an address, the console's default. */
export function accountDestination({ email, phoneNumber }: User): Destination | undefined {
  if (email) return { channel: 'email', to: email };
  return phoneNumber ? { channel: 'sms', to: phoneNumber } : undefined;
}

export const deliveryDetails = ({ channel, to }: Destination): CodeDeliveryDetailsType => ({
  Destination: mask(channel, to),
  DeliveryMedium: channel === 'sms' ? 'SMS' : 'EMAIL',
  AttributeName: channel === 'sms' ? 'phone_number' : 'email',
});
