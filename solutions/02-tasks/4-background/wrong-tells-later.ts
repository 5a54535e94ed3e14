// Calls onError from a timer of 0 ms, which takes at least 1 ms.
// Fails: calls onError once when the promise of f rejects
// Fails: calls onError once when another thenable rejects
// Fails: calls onError once when f throws, and throws nothing itself
// Fails: keeps calls apart, also those of the same function, error or promise
// Says: a timer of your code fired.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    try {
      await f();
    } catch (error) {
      setTimeout(onError, 0, error);
    }
  };
  run();
}
