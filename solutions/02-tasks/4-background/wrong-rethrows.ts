// Calls onError and throws the error again, into a promise that has no handler.
// Fails: calls onError once when the promise of f rejects
// Fails: calls onError once when another thenable rejects
// Fails: calls onError once when f throws, and throws nothing itself
// Fails: keeps calls apart, also those of the same function, error or promise
// Says: then(), finally() and a call of an async function each return a new promise, which rejects too.
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
