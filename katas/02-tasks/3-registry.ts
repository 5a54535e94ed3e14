type Io<T> = () => Promise<T>;

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
  spawn(name: string, f: Io<void>): void {
    // TODO: start f, and remember it until it has ended.
    throw new Error('TODO: write spawn() in katas/02-tasks/3-registry.ts');
  }

  running(): string[] {
    throw new Error('TODO: write running() in katas/02-tasks/3-registry.ts');
  }

  async idle(): Promise<void> {
    throw new Error('TODO: write idle() in katas/02-tasks/3-registry.ts');
  }
}
