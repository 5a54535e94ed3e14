// Tells onError and throws on, to be on the safe side, where nobody listens.
// Fails: tells onError once when the promise of f fails
// Fails: tells onError once when anything else with a then fails
// Fails: tells onError once when f throws, and not the caller
// Says: every call of an async function give a promise of their own, which fails as well
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    try {
      await f();
    } catch (error) {
      onError(error);
      throw error;
    }
  };
  run();
}
