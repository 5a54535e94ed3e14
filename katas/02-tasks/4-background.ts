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
  // TODO: call f, and pass every error to onError.
  throw new Error('TODO: write background() in katas/02-tasks/4-background.ts');
}
