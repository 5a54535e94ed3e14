// A try for a throw, and then() with a second function for a rejection.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  try {
    Promise.resolve(f()).then(undefined, onError);
  } catch (error) {
    onError(error);
  }
}
