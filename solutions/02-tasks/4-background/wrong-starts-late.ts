// Assumes that then() on a fulfilled promise calls its handler immediately. (It calls it in a microtask.)
// Fails: calls f once, synchronously
// Says: Code after an await, in a then or in a timer runs only after the call has returned.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  Promise.resolve().then(f).catch(onError);
}
