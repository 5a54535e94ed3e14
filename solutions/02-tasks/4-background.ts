/**
 * Starts work that nobody waits for, and sees to it that somebody hears when it fails.
 *
 * - Calls `f` at once.
 * - Gives nothing back, and does not hold its caller up: there is nothing to await.
 * - When what `f` gave is a promise, or anything else with a `then`, and it fails, `onError` is told
 *   once, with the very failure.
 * - When `f` throws, instead of giving a promise, `onError` is told once as well, and not the caller.
 * - When all goes well, or `f` gives any other value, `onError` is not called.
 */
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    try {
      // Inside an async function f is called at once all the same, and its throw and its rejection
      // come out at the same place.
      await f();
    } catch (error) {
      onError(error);
    }
  };
  // Not awaited, on purpose: run() hears all that can fail.
  void run();
}
