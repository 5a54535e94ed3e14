// Awaits the body first, and looks at the tasks when it has ended.
// Fails: calls the body and each task in the call, with the signal of the group
// Fails: tells all that is running to stop when a task fails, and waits for its end
// Fails: rejects with the first failure when all has ended
// Fails: a task that throws in the call fails the group, and not the code that spawned it
// Fails: spawns nothing after a failure
// Fails: has a group of its own for each call
// Fails: sets no timer
// Says: 1 unhandled rejection; expected none: - b failed: rejected at 31 ms, and unhandled until 97 ms,
import type { Group } from '../2-group.ts';

export async function withGroup<T>(body: (group: Group) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const tasks: Promise<unknown>[] = [];
  let isOver = false;
  const spawn: Group['spawn'] = (task) => {
    if (isOver || signal.aborted) throw new Error('the group is over');
    tasks.push(new Promise((resolve) => resolve(task(signal))));
  };
  try {
    const value = await body({ signal, spawn });
    for (let i = 0; i < tasks.length; i++) await tasks[i];
    return value;
  } catch (error) {
    controller.abort(error);
    await Promise.allSettled(tasks);
    throw error;
  } finally {
    isOver = true;
  }
}
