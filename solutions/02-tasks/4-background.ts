/**
 * Starts work that no code awaits, and passes its error to `onError` when it fails.
 *
 * - Calls `f` once, synchronously.
 * - Returns `undefined` and does not wait for the work, even when its caller awaits the result.
 * - When `f` returns a promise that rejects, calls `onError` once, as soon as it rejects, with the same
 *   error, whatever that is.
 * - Does the same for any other thenable (an object or a function with a `then` method) that rejects, and
 *   calls its `then` once.
 * - When `f` throws, calls `onError` once, immediately, with the same error, whatever that is, and throws
 *   nothing itself.
 * - Does not call `onError` when nothing fails: the promise fulfils, or `f` returns any other value.
 * - Each call has its own work and its own `onError`, also when two calls have the same `f`, or `f` returns the
 *   same promise, or fails with the same error.
 */
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    try {
      // An async function runs synchronously up to its first await, so f is called during the call.
      // Its throw and its rejection are both caught here.
      await f();
    } catch (error) {
      onError(error);
    }
  };
  // Not awaited on purpose: run() handles every error of f.
  void run();
}
