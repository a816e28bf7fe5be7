import { messageChallenge } from './message.js';

/** The code by SMS in place of a password; as a second factor it is SMS_MFA. */
export const smsOtp = messageChallenge({
  name: 'SMS_OTP',
  channel: 'sms',
  answer: 'SMS_OTP_CODE',
  destination: ({ user }) => user.phoneNumber ?? '',
  codeLength: () => 6,
});
