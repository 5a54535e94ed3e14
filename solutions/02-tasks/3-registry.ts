type Io<T> = () => Promise<T>;

type Work = { name: string; ended?: Promise<void> };

/**
 * Starts work and lists it until it has ended, so that a program can wait until all work has ended.
 *
 * - `idle()` waits for all work that was spawned, and for work that is spawned while it waits.
 * - `spawn` calls `f` synchronously, and does not wait for its promise.
 * - `idle()` fulfils as soon as nothing is running any more.
 * - `idle()` fulfils immediately when nothing is running.
 * - Work that fails has ended: `idle()` waits for the rest, and fulfils.
 * - Work that fails causes no unhandled rejection.
 * - Any number of callers can await `idle()`, and await it again for later work.
 * - `running()` returns the names of the running work, in the order in which it was spawned. A name is
 *   in the list from the call of `f` (already during that call) until the promise of `f` has settled.
 * - Several pieces of work may have the same name: the list has it once for each of them.
 * - A list that `running()` returned does not change afterwards.
 */
export class Registry {
  readonly #work = new Set<Work>();

  spawn(name: string, f: Io<void>): void {
    const work: Work = { name };
    // Before the call, because f may call running().
    this.#work.add(work);
    const end = () => {
      this.#work.delete(work);
    };
    // A failure is an end too, so this promise always fulfils.
    work.ended = f().then(end, end);
  }

  running(): string[] {
    return [...this.#work].map(({ name }) => name);
  }

  async idle(): Promise<void> {
    // While these were running they may have spawned more work, so check again.
    while (this.#work.size > 0) await Promise.all([...this.#work].map(({ ended }) => ended));
  }
}
