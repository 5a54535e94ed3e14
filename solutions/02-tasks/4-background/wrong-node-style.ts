// Calls onError in every case, with undefined when nothing failed, like a Node.js callback.
// Fails: does not call onError when nothing fails
// Says: Nothing fails in this scene. Is onError called only when there is an error?
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
