import { addMfa } from '../users.js';
import { messageChallenge } from './message.js';

export const emailOtp = messageChallenge({
  name: 'EMAIL_OTP',
  channel: 'email',
  answer: 'EMAIL_OTP_CODE',
  // While MFA_SETUP sets it up, the address is not the user's yet.
  destination: ({ user, passed }) => passed.newEmail ?? user.email ?? '',
  codeLength: ({ emailCodeLength }) => emailCodeLength,
  onProof({ pool, user, passed: { newEmail } }) {
    if (newEmail === undefined) return;
    pool.users.write(user, { email: newEmail });
    addMfa(user, 'email');
  },
});
