// Calls onError with a new error instead of the original one.
// Fails: calls onError once when the promise of f rejects
// Fails: calls onError once when another thenable rejects
// Fails: calls onError once when f throws, and throws nothing itself
// Says: and with the original error?
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    try {
      await f();
    } catch (error) {
      onError(new Error(`background work failed: ${error}`));
    }
  };
  run();
}
