// Assumes that a try catches a later rejection too. (It does so only with an await inside.)
// Fails: calls onError once when the promise of f rejects
// Fails: calls onError once when another thenable rejects
// Fails: keeps calls apart, also those of the same function, error or promise
// Says: At 20 ms a promise rejected with 'LetterLost', and no handler was attached.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  try {
    f();
  } catch (error) {
    onError(error);
  }
}
