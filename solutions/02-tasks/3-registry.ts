type Io<T> = () => Promise<T>;

type Work = { name: string; ended?: Promise<void> };

/**
 * Knows all the work that it has started, so that a program can end when all of it has ended.
 *
 * - `idle()` waits for all work that was spawned, and for what is spawned while it waits.
 * - `spawn` calls `f` at once, and does not wait for it.
 * - `idle()` is done as soon as nothing is running any more, and at once when nothing is.
 * - Work that fails has ended: `idle()` waits for the rest and does not fail, and nothing is unhandled.
 * - Any number may wait for `idle()`, and later again.
 * - `running()` names what is running at the moment, in the order in which it was spawned: from the
 *   call of `f` on (who asks inside `f` is named, too) until its promise has settled.
 * - The same name may be running more than once.
 * - A list that `running()` gave does not change any more.
 */
export class Registry {
  readonly #work = new Set<Work>();

  spawn(name: string, f: Io<void>): void {
    const work: Work = { name };
    // Before the call, in which f may ask already.
    this.#work.add(work);
    const end = () => {
      this.#work.delete(work);
    };
    // A failure is an end like any other, so nobody who waits for it ever hears of one.
    work.ended = f().then(end, end);
  }

  running(): string[] {
    return [...this.#work].map(({ name }) => name);
  }

  async idle(): Promise<void> {
    // By the time these have ended they may have spawned others: look again.
    while (this.#work.size > 0) await Promise.all([...this.#work].map(({ ended }) => ended));
  }
}
