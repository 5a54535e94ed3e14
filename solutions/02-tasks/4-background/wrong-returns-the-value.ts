// Returns what f returned when that is no promise.
// Fails: returns undefined, and does not make its caller wait, even when the caller awaits the result
// Says: It returns undefined each time.
export function background(f: () => unknown, onError: (error: unknown) => void): unknown {
  let result: unknown;
  try {
    result = f();
  } catch (error) {
    onError(error);
    return;
  }
  if (typeof (result as PromiseLike<unknown> | undefined)?.then !== 'function') return result;
  Promise.resolve(result).catch(onError);
}
