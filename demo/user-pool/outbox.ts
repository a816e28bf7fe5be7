import { maskEmail, maskPhoneNumber } from './masking.js';

export type Channel = 'sms' | 'email';

/** One message as the pool's customer would get it, with what a test or the demo's phone wants to know of it. */
export interface Message {
  id: string;
  channel: Channel;
  to: { full: string; masked: string };
  username: string;
  code: string;
  text: string;
  /** Milliseconds by the pool's clock. */
  at: number;
}

export const mask = (channel: Channel, to: string): string => (channel === 'sms' ? maskPhoneNumber(to) : maskEmail(to));

/**
 * The words of a message. The last line of an SMS binds the code to the page's host, so that WebOTP can offer it there:
 * https://wicg.github.io/sms-one-time-codes/#format
 */
export function compose(channel: Channel, code: string, origin: string | undefined): string {
  const words = `Your authentication code is ${code}.`;
  if (channel === 'email' || !origin || !URL.canParse(origin)) return words;
  return `${words}\n\n@${new URL(origin).hostname} #${code}`;
}

/** Keeps the messages in memory, oldest first. */
export class MemoryOutbox {
  readonly messages: Message[] = [];

  deliver(message: Message): void {
    this.messages.push(message);
  }
}
