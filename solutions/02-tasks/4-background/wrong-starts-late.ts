// A then on a promise that is there already still waits for its turn.
// Fails: calls f at once
// Says: only after the call had given control back to its caller
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  Promise.resolve().then(f).catch(onError);
}
