/** The browser's passkey prompts, and the person before them. */
import { Authenticator } from './authenticator.js';

interface Prompt {
  /** One that is in the way, and not a line in the list of saved user names. */
  readonly isModal: boolean;
  confirm(): void;
  close(reason: 'NotAllowedError' | 'AbortError'): void;
}

type Asked = CredentialRequestOptions & CredentialCreationOptions;

export class Prompts {
  /** How many make or use a passkey now. */
  working = 0;
  /** Told when one ends, by whatever. */
  onEnd: () => void = () => {};
  readonly #authenticator = new Authenticator();
  readonly #open = new Set<Prompt>();
  #how: 'confirmed' | 'closed' | 'waits' = 'confirmed';

  /** How many wait for the person. */
  get open(): number {
    return this.#open.size;
  }

  /** What the person does with those that are there, and with the next ones. Nobody has to close a list of names. */
  meet(how: 'confirmed' | 'closed' | 'waits'): void {
    this.#how = how;
    for (const prompt of this.#open) if (prompt.isModal || how === 'confirmed') this.#meet(prompt);
  }

  readonly get = (asked: Asked): Promise<Credential | null> =>
    this.#ask(asked, () => this.#authenticator.get(asked.publicKey as PublicKeyCredentialRequestOptions));

  readonly create = (asked: Asked): Promise<Credential | null> =>
    this.#ask(asked, () => this.#authenticator.create(asked.publicKey as PublicKeyCredentialCreationOptions));

  #meet(prompt: Prompt): void {
    if (this.#how === 'confirmed') prompt.confirm();
    if (this.#how === 'closed') prompt.close('NotAllowedError');
  }

  #ask({ signal, mediation }: Asked, work: () => Promise<Credential>): Promise<Credential | null> {
    return new Promise((resolve, reject) => {
      const prompt: Prompt = {
        isModal: mediation !== 'conditional',
        confirm: () => {
          this.#open.delete(prompt);
          this.working++;
          const end = () => {
            this.working--;
            this.onEnd();
          };
          work().then(resolve, reject).finally(end);
        },
        close: (reason) => {
          if (this.#open.delete(prompt)) this.onEnd();
          reject(new DOMException('', reason));
        },
      };
      this.#open.add(prompt);
      signal?.addEventListener('abort', () => prompt.close('AbortError'));
      if (prompt.isModal) this.#meet(prompt);
    });
  }
}
