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
  // TODO: call f, and pass every error to onError.
  throw new Error('TODO: write background() in katas/02-tasks/4-background.ts');
}
