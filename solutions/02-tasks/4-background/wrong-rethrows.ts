// Calls onError and throws the error again, into a promise that has no handler.
// Fails: calls onError once when the promise of f rejects
// Fails: calls onError once when another thenable rejects
// Fails: calls onError once when f throws, and throws nothing itself
// Says: every call of an async function give a promise of their own, which fails as well
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    try {
      await f();
    } catch (error) {
      onError(error);
      throw error;
    }
  };
  run();
}
