import { messageChallenge } from './message.js';

export const smsMfa = messageChallenge({
  name: 'SMS_MFA',
  channel: 'sms',
  answer: 'SMS_MFA_CODE',
  destination: ({ user }) => user.phoneNumber ?? '',
  codeLength: () => 6,
});
