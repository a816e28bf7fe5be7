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

/** What a code is sent for; the words differ. */
export type Occasion = 'sign-in' | 'reset' | 'sign-up';

const words: Record<Occasion, string> = {
  'sign-in': 'Your authentication code is',
  reset: 'Your password reset code is',
  'sign-up': 'Your confirmation code is',
};

/**
 * The words of a message. The last line of an SMS binds the code to the page's host, so that WebOTP can offer it there:
 * https://wicg.github.io/sms-one-time-codes/#format
 */
export function compose(channel: Channel, code: string, origin: string | undefined, occasion: Occasion): string {
  const sentence = `${words[occasion]} ${code}.`;
  if (channel === 'email' || !origin || !URL.canParse(origin)) return sentence;
  return `${sentence}\n\n@${new URL(origin).hostname} #${code}`;
}

/** Keeps the messages in memory, oldest first. */
export class MemoryOutbox {
  readonly messages: Message[] = [];

  deliver(message: Message): void {
    this.messages.push(message);
  }
}
