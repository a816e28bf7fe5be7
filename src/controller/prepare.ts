import type { Call } from '../flow/command.js';
import type { Outcome } from '../flow/outcome.js';
import type { AuthPort } from '../flow/ports.js';

export type PortRequest = (port: AuthPort, signal: AbortSignal) => Promise<Outcome>;

/**
 * A call as what is asked of the port.
 * @param kept the password of this moment: it may be wiped before the port is reached
 */
export function prepare(call: Call, kept: string | null): PortRequest {
  switch (call.type) {
    case 'authenticate':
      return (port, signal) => port.signIn(call, signal);
    case 'reauthenticate':
      return (port, signal) => port.signIn({ username: call.username, password: kept, to: call.to }, signal);
    case 'answer':
      return (port, signal) => port.answer(call.answer, signal);
    case 'request-reset':
      return (port, signal) => port.requestReset(call.username, signal);
    case 'reset':
      return (port, signal) => port.reset(call, signal);
    case 'request-confirmation':
      return (port, signal) => port.requestConfirmation(call.username, signal);
    case 'confirm-sign-up':
      return (port, signal) => port.confirmSignUp(call, signal);
    case 'remember-device':
      return (port, signal) => port.rememberDevice(signal);
    case 'add-passkey':
      return (port, signal) => port.addPasskey(signal);
    case 'skip-offer':
      return (port, signal) => port.skipOffer(signal);
    case 'sign-out':
      return (port, signal) => port.signOut(call.global, signal);
    default:
      return call satisfies never;
  }
}

/**
 * Whether the person is to see that something is under way before it begins. Not of a sign-out, after which the page may be left in the next
 * moment, nor of what as a rule asks nothing of the service, and would flicker.
 */
export const isShown = ({ type }: Call): boolean => type !== 'sign-out' && type !== 'skip-offer';

/** The password that counts from this call on. @param kept the one until now */
export function passwordAfter(call: Call, kept: string | null): string | null {
  if (call.type === 'authenticate' || call.type === 'reset') return call.password;
  return call.type === 'answer' && call.answer.kind === 'new-password' ? call.answer.password : kept;
}
