/** Remembers for whom the browser lists passkeys now, so that it is asked once for each name, and again when the challenge has run out. */
export class PasskeyList {
  #username: string | null = null;
  #until = 0;

  /**
   * Whether it has to be asked; it then counts as asked.
   * @param length how long a challenge lives, in milliseconds
   */
  isDue(username: string, now: number, length: number): boolean {
    if (username === this.#username && now < this.#until) return false;
    this.#username = username;
    this.#until = now + length;
    return true;
  }

  /** The person did something else, which ends the wait. */
  end(): void {
    this.#username = null;
  }
}
