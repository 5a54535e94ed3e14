// A try for a throw; a thenable gets onError as the second function of its then().
function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | undefined)?.then === 'function';
}

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  let result: unknown;
  try {
    result = f();
  } catch (error) {
    onError(error);
    return;
  }
  if (isThenable(result)) result.then(() => {}, onError);
}
