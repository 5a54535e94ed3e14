// Passes an error that f throws through Promise.resolve(). (That waits for a thenable, which may never settle.)
// Fails: calls onError once when f throws, and throws nothing itself
// Says: Here f throws.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  try {
    Promise.resolve(f()).catch(onError);
  } catch (error) {
    Promise.resolve(error).then(onError);
  }
}
