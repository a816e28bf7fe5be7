/** What a sequence is about: the controller with the real port, or the real element. */
import type { Act } from './acts.js';
import type { Look } from './trace.js';

export type OwnAct = Extract<Act, { do: 'answer' | 'press' | 'stray' | 'host' | 'page' | 'set' }>;

export type ListenerAct = Extract<Act, { do: 'listen' }>;

export interface Subject {
  /** Whether something moves in it that waits for nothing. */
  pending(): boolean;
  act(act: OwnAct): void;
  /** An act begins that is not its own: time passes, or something is about to go wrong. */
  idle(): void;
  /** What the page does from within its next listener of an event. */
  listen(act: ListenerAct): void;
  startOver(): void;
  look(): Look;
  remove(): void;
}
