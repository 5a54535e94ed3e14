// Takes an Error that the work fulfils with for a failure.
// Fails: does not call onError when nothing fails
// Says: Nothing fails in this scene.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    try {
      const result = await f();
      if (result instanceof Error) onError(result);
    } catch (error) {
      onError(error);
    }
  };
  run();
}
