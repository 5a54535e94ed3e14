/** What a body works with: a way to start tasks that belong to the group. */
export interface Group {
  /** Aborted when the group fails. */
  readonly signal: AbortSignal;
  /** Starts a task of the group. */
  spawn(task: (signal: AbortSignal) => Promise<unknown>): void;
}

/**
 * Runs `body`, and with it all tasks that are spawned. Nothing outlives the call.
 *
 * - Calls `body` once, in the call, with a group. `spawn` calls its task in the call, with the signal of the group, and
 *   returns undefined.
 * - Settles as soon as `body` and all tasks have settled, in whatever order they do. Then it fulfils with the value of
 *   `body`, whatever it is. What a task fulfils with does not count.
 * - A task may spawn others, also when `body` has ended. They belong to the group like any other.
 * - When a task rejects, aborts the signal in that millisecond: all that is running is told to stop.
 * - When `body` rejects, does the same. A throw in the call of `body` or of a task is a failure like a rejection: `spawn`
 *   does not throw because its task did.
 * - Waits for the end of all that is running, and only then rejects: with the reason of the first failure, as it is.
 *   Failures after it do not count, and leave no unhandled rejection.
 * - After a failure, `spawn` throws an Error with the message `the group is over`, and does not call its task.
 * - So it does when `body` and all tasks have ended.
 * - When all goes well, the signal is not aborted, during the call or after it.
 * - Each call has a group of its own, also one within another. A task that is spawned twice runs twice.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
export async function withGroup<T>(body: (group: Group) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const running = new Set<Promise<unknown>>();
  let failure: { readonly reason: unknown } | undefined;
  let isOver = false;

  const run = async <R>(work: () => Promise<R>): Promise<R | undefined> => {
    try {
      return await work();
    } catch (reason) {
      failure ??= { reason };
      controller.abort(reason);
      return undefined;
    }
  };
  const spawn: Group['spawn'] = (task) => {
    if (failure || isOver) throw new Error('the group is over');
    const ended = run(() => task(signal)).finally(() => running.delete(ended));
    running.add(ended);
  };

  const value = await run(() => body({ signal, spawn }));
  // While these end, they may spawn others.
  while (running.size > 0) await Promise.all(running);
  isOver = true;
  if (failure) throw (failure as { reason: unknown }).reason;
  return value as T;
}
