// Handles a rejection with catch(), but an error that f throws goes to the caller.
// Fails: calls onError once when f throws, and throws nothing itself
// Says: f threw before it returned a promise. That error is for onError, too.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  Promise.resolve(f()).catch(onError);
}
