// Calls `onError` in a callback of its own, so that no code of `f` is running any more.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const tell = (error: unknown) => void setImmediate(onError, error);
  try {
    Promise.resolve(f()).then(undefined, tell);
  } catch (error) {
    tell(error);
  }
}
