// Calls onError with the error that f threw, and throws it to the caller too.
// Fails: calls onError once when f throws, and throws nothing itself
// Says: f threw before it returned a promise. That error is for onError, too.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  try {
    Promise.resolve(f()).catch(onError);
  } catch (error) {
    onError(error);
    throw error;
  }
}
