// Calls onError and throws the error again, into a promise that has no handler.
// Fails: calls onError once when the promise of f rejects
// Fails: calls onError once when another thenable rejects
// Fails: calls onError once when f throws, and throws nothing itself
// Says: A promise that rejects later needs a handler too, and so does each promise that then() or an async function returns.
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
