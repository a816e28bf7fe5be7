/** Hides a destination as Cognito does: `+********4114`. */
export const maskPhoneNumber = (number: string): string =>
  `+${'*'.repeat(Math.max(number.length - 5, 0))}${number.slice(-4)}`;

/** Hides a destination as Cognito does: `f***@e***`. */
export const maskEmail = (address: string): string => {
  const [name = '', domain = ''] = address.split('@');
  return `${name.slice(0, 1)}***@${domain.slice(0, 1)}***`;
};
