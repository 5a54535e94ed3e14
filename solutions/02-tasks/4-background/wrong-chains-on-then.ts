// Takes what then() returns for a promise. (The then() of another thenable may return nothing.)
// Fails: calls onError once when another thenable rejects
// Fails: does not call onError when nothing fails
// Says: onError
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  try {
    const work = f() as PromiseLike<unknown> | undefined;
    if (typeof work?.then === 'function') work.then(undefined, onError).then(undefined, onError);
  } catch (error) {
    onError(error);
  }
}
