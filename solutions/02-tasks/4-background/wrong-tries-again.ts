// Calls f a second time when it has failed.
// Fails: calls onError once when the promise of f rejects
// Fails: calls onError once when another thenable rejects
// Fails: keeps calls apart, also those of the same function, error or promise
// Says: 'letter' failed at 20 ms, and was started again after that.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    try {
      await f();
    } catch {
      try {
        await f();
      } catch (error) {
        onError(error);
      }
    }
  };
  run();
}
