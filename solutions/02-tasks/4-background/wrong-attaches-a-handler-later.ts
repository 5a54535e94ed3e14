// Attaches the handler in the next iteration of the event loop. (By then, Node has ended the process for a promise that had rejected.)
// Fails: calls f once, synchronously
// Fails: returns undefined, and does not make its caller wait, even when the caller awaits the result
// Fails: calls onError once when the promise of f rejects
// Fails: does not call onError when nothing fails
// Says: 1 thing left behind at the end; expected none
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  let result: unknown;
  try {
    result = f();
  } catch (error) {
    onError(error);
    return;
  }
  setImmediate(() => Promise.resolve(result).catch(onError));
}
