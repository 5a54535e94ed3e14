// A try without an await has been left long before the promise fails.
// Fails: tells onError once when the promise of f fails
// Fails: tells onError once when anything else with a then fails
// Says: A failure came at that time, and nobody heard it: LetterLost
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  try {
    f();
  } catch (error) {
    onError(error);
  }
}
