// A try for what is thrown, and a then for what fails later.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  try {
    Promise.resolve(f()).then(undefined, onError);
  } catch (error) {
    onError(error);
  }
}
