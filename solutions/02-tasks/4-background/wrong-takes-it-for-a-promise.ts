// Calls catch() on any value that f returned, and reports the TypeError as a failure of the work.
// Fails: calls onError once when another thenable rejects
// Fails: does not call onError when nothing fails
// Says: Here f returns a thenable: it has a then(), but no catch()
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  try {
    (f() as Promise<unknown>).catch(onError);
  } catch (error) {
    onError(error);
  }
}
