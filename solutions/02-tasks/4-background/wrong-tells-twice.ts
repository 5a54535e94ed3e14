// Catches inside and outside, and what was thrown on from the inside is told again.
// Fails: tells onError once when the promise of f fails
// Fails: tells onError once when anything else with a then fails
// Fails: tells onError once when f throws, and not the caller
// Says: It logged 'onError hears LetterLost' at 20 ms; nothing more was expected
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const run = async () => {
    try {
      await f();
    } catch (error) {
      onError(error);
      throw error;
    }
  };
  run().catch(onError);
}
