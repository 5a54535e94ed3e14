// Catches inside and outside: the inner catch throws the error again, so onError is called twice.
// Fails: calls onError once when the promise of f rejects
// Fails: calls onError once when another thenable rejects
// Fails: calls onError once when f throws, and throws nothing itself
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
