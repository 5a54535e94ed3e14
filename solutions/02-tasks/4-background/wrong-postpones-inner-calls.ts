// Calls f in a microtask when background() is called by an f. (The contract asks for a synchronous call.)
// Fails: calls f once, synchronously
// Says: Code after an await, in a then or in a timer runs only after the call has returned.
let isCalling = false;

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  if (isCalling) {
    queueMicrotask(() => background(f, onError));
    return;
  }
  let result: unknown;
  isCalling = true;
  try {
    result = f();
  } catch (error) {
    onError(error);
    return;
  } finally {
    isCalling = false;
  }
  Promise.resolve(result).catch(onError);
}
