// Assumes that an AbortError is no failure. (It is an error like any other.)
// Fails: calls onError once when the promise of f rejects
// Fails: calls onError once when f throws, and throws nothing itself
// Says: When 'letter' rejects with AbortError('stopped by its own')
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    try {
      await f();
    } catch (error) {
      if ((error as Error | undefined)?.name !== 'AbortError') onError(error);
    }
  };
  run();
}
