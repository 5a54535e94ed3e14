// Takes nothing for a promise that was not made by Promise itself.
// Fails: tells onError once when anything else with a then fails
// Says: It never logged 'onError hears LetterLost'; expected at 20 ms
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  try {
    const result = f();
    if (result instanceof Promise) result.catch(onError);
  } catch (error) {
    onError(error);
  }
}
