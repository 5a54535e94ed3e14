// Remembers the errors that onError has got, and passes each of them on only once.
// Fails: calls onError once when f throws, and throws nothing itself
// Fails: keeps calls apart, also those of the same function, error or promise
// Says: expected at 0 ms.
const passedOn = new Set<unknown>();

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    try {
      await f();
    } catch (error) {
      if (passedOn.has(error)) return;
      passedOn.add(error);
      onError(error);
    }
  };
  run();
}
