// Takes background for later: nothing is called before the event loop has turned.
// Fails: calls f at once
// Fails: does not hold its caller up, not even one who awaits it
// Fails: tells onError once when the promise of f fails
// Fails: tells onError once when anything else with a then fails
// Fails: tells onError once when f throws, and not the caller
// Fails: does not call onError when nothing fails
// Says: only after the call had given control back to its caller
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  setImmediate(async () => {
    try {
      await f();
    } catch (error) {
      onError(error);
    }
  });
}
