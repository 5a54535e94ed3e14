// Calls onError in every case, with undefined when nothing failed, like a Node.js callback.
// Fails: does not call onError when nothing fails
// Says: It logged 'onError hears undefined' at 0 ms; nothing more was expected
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    let failure: unknown;
    try {
      await f();
    } catch (error) {
      failure = error;
    }
    onError(failure);
  };
  run();
}
