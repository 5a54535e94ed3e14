// Catches inside and outside: the inner catch throws the error again, so onError is called twice.
// Fails: calls onError once when the promise of f rejects
// Fails: calls onError once when another thenable rejects
// Fails: calls onError once when f throws, and throws nothing itself
// Fails: keeps calls apart, also those of the same function, error or promise
// Says: It had logged the same at 20 ms. Is onError called once for one failure
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    try {
      await f();
    } catch (error) {
      onError(error);
      throw error;
    }
  };
  run().catch(onError);
}
