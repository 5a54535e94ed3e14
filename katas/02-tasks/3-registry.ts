type Io<T> = () => Promise<T>;

/**
 * Starts work and lists it until it has ended, so that a program can wait until all work has ended.
 *
 * - `idle()` waits for all work that was spawned, and for work that is spawned while it waits.
 * - `spawn` calls `f` synchronously, returns `undefined`, and does not wait for the promise of `f`.
 * - `idle()` fulfils as soon as nothing is running any more. No timer is needed for that.
 * - `idle()` fulfils immediately when nothing is running.
 * - Work that fails has ended, whatever its error is: `idle()` waits for the rest, and fulfils.
 * - Work that fails causes no unhandled rejection, whether or not any code calls `idle()`.
 * - Any number of callers can await `idle()`, and await it again for later work.
 * - `running()` returns the names of the running work. A name is in the list from the call of `f` (already
 *   during that call) until the promise of `f` has settled.
 * - The names are unchanged, whatever they are, and in the order in which the work was spawned.
 * - Several pieces of work may have the same name, the same `f` or the same promise: the list has a name
 *   for each of them.
 * - A list that `running()` returned belongs to the caller: it does not change afterwards, and a change of
 *   it does not change the registry.
 * - Each registry has its own work.
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
