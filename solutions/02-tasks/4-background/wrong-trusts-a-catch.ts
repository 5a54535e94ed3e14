// Takes everything that has a catch() for a promise.
// Fails: does not call onError when nothing fails
// Says: Nothing fails in this scene.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    try {
      const result = f() as Promise<unknown> | undefined;
      if (typeof result?.catch === 'function') result.catch(onError);
      else await result;
    } catch (error) {
      onError(error);
    }
  };
  run();
}
