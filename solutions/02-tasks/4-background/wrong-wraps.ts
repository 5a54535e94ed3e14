// Tells of an error of its own, and keeps the real one to itself.
// Fails: tells onError once when the promise of f fails
// Fails: tells onError once when anything else with a then fails
// Fails: tells onError once when f throws, and not the caller
// Says: It logged 'onError hears Error: background work failed
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    try {
      await f();
    } catch (error) {
      onError(new Error(`background work failed: ${error}`));
    }
  };
  run();
}
