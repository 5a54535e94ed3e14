/** Real ms that a callback may be late, or a burn too long. */
const TOLERANCE = 2;

/** Whether a program was let run when it could: a machine that is busy with other things changes the order of timers. */
export class Punctuality {
  isOnTime = true;
  #last = 0;
  #dues: number[] = [];

  begin(): void {
    this.#last = performance.now();
  }

  /** Something is due so many ms from now. */
  expect(ms: number): void {
    this.#dues.push(performance.now() + ms);
  }

  /** A callback runs: just after the one before, or just when something is due. */
  happened(): void {
    const now = performance.now();
    const isPrompt = now - this.#last <= TOLERANCE;
    const isDue = this.#dues.some((due) => now >= due - 1 && now - due <= TOLERANCE + 1);
    if (!isPrompt && !isDue) this.isOnTime = false;
    this.#last = performance.now();
  }

  /** The thread was to be busy for so many ms since the last thing happened. */
  burnt(ms: number): void {
    if (performance.now() - this.#last > ms + TOLERANCE) this.isOnTime = false;
    this.#last = performance.now();
  }
}
