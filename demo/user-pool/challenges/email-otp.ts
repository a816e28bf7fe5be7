import { messageChallenge } from './message.js';

export const emailOtp = messageChallenge({
  name: 'EMAIL_OTP',
  channel: 'email',
  answer: 'EMAIL_OTP_CODE',
  destination: ({ email = '' }) => email,
  codeLength: ({ emailCodeLength }) => emailCodeLength,
});
