type Io<T> = () => Promise<T>;

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
  spawn(name: string, f: Io<void>): void {
    // TODO: call f, and list its work until it has ended.
    throw new Error('TODO: write spawn() in katas/02-tasks/3-registry.ts');
  }

  running(): string[] {
    throw new Error('TODO: write running() in katas/02-tasks/3-registry.ts');
  }

  async idle(): Promise<void> {
    throw new Error('TODO: write idle() in katas/02-tasks/3-registry.ts');
  }
}
