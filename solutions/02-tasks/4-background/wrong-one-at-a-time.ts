// Leaves out a call while the work of an earlier one is still running.
// Fails: calls f once, synchronously
// Fails: keeps calls apart, also those of the same function, error or promise
// Says: Each call calls f, however much work is running.
let isBusy = false;

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      await f();
    } catch (error) {
      onError(error);
    } finally {
      isBusy = false;
    }
  };
  run();
}
