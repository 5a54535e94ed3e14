// Assumes that every thenable is an instance of Promise. (Any object with a then method is one.)
// Fails: calls onError once when another thenable rejects
// Says: it is no instance of Promise.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  try {
    const result = f();
    if (result instanceof Promise) result.catch(onError);
  } catch (error) {
    onError(error);
  }
}
