// Makes an Error of everything else that f may throw or reject with.
// Fails: calls onError once when the promise of f rejects
// Fails: calls onError once when f throws, and throws nothing itself
// Says: An error may be any value.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    try {
      await f();
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
    }
  };
  run();
}
