// Rejects as soon as something has failed. What was told to stop is still stopping.
// Fails: tells all that is running to stop when a task fails, and waits for its end
// Fails: does the same when the body fails, or throws in the call
// Fails: rejects with the first failure when all has ended
// Fails: a task that throws in the call fails the group, and not the code that spawned it
// Fails: has a group of its own for each call
// Says: To tell work to stop is not to end it.
import type { Group } from '../2-group.ts';

export function withGroup<T>(body: (group: Group) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  let running = 0;
  let isOver = false;
  return new Promise((resolve, reject) => {
    let value: T;
    const run = async <R>(work: () => Promise<R>, keep?: (result: R) => void) => {
      running++;
      try {
        const result = await work();
        keep?.(result);
      } catch (reason) {
        isOver = true;
        controller.abort(reason);
        reject(reason);
      }
      if (--running > 0) return;
      isOver = true;
      resolve(value);
    };
    const spawn: Group['spawn'] = (task) => {
      if (isOver) throw new Error('the group is over');
      run(() => task(signal));
    };
    run(
      () => body({ signal, spawn }),
      (result) => {
        value = result;
      },
    );
  });
}
