// Calls catch on whatever f gave, and takes the TypeError for a failure of the work.
// Fails: tells onError once when anything else with a then fails
// Fails: does not call onError when nothing fails
// Says: It logged 'onError hears TypeError
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  try {
    (f() as Promise<unknown>).catch(onError);
  } catch (error) {
    onError(error);
  }
}
