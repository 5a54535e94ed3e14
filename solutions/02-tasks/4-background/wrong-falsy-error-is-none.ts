// Waits for the end, and then asks whether there is an error, with if (failure). (An error can be undefined.)
// Fails: calls onError once when the promise of f rejects
// Fails: calls onError once when f throws, and throws nothing itself
// Says: An error may be any value.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    let failure: unknown;
    try {
      await f();
    } catch (error) {
      failure = error;
    }
    if (failure) onError(failure);
  };
  run();
}
