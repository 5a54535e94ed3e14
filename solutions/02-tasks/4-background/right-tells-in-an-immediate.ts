// Calls onError in an immediate, after all microtasks.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    try {
      await f();
    } catch (error) {
      setImmediate(onError, error);
    }
  };
  run();
}
