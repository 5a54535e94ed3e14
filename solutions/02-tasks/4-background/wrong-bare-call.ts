// Calls it and hopes.
// Fails: tells onError once when the promise of f fails
// Fails: tells onError once when anything else with a then fails
// Fails: tells onError once when f throws, and not the caller
// Says: A failure came at that time, and nobody heard it: LetterLost
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  f();
}
