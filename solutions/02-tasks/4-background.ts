/**
 * Starts work that no code awaits, and passes its error to `onError` when it fails.
 *
 * - Calls `f` synchronously.
 * - Returns `undefined` and does not wait for the work, even when its caller awaits the result.
 * - When `f` returns a promise that rejects, calls `onError` once, with the same error.
 * - Does the same for any other thenable (an object with a `then` method) that rejects.
 * - When `f` throws, calls `onError` once, with the same error, and throws nothing itself.
 * - Does not call `onError` when nothing fails: the promise fulfils, or `f` returns any other value.
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
