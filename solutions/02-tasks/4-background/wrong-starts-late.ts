// Assumes that then() on a fulfilled promise calls its handler immediately. (It calls it in a microtask.)
// Fails: calls f synchronously
// Says: only after the call had given control back to its caller
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  Promise.resolve().then(f).catch(onError);
}
