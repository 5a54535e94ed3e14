// Takes a result with a property named error for a failure.
// Fails: does not call onError when nothing fails
// Says: Nothing fails in this scene.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    try {
      const result = (await f()) as { error?: unknown } | null | undefined;
      if (result?.error) onError(result.error);
    } catch (error) {
      onError(error);
    }
  };
  run();
}
