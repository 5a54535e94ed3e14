// Assumes that background means later, and calls f in setImmediate. (The contract asks for a synchronous call.)
// Fails: calls f synchronously
// Fails: does not make its caller wait, even when the caller awaits the result
// Fails: calls onError once when the promise of f rejects
// Fails: calls onError once when another thenable rejects
// Fails: does not call onError when nothing fails
// Says: Code after an await, in a then or in a timer runs only after the call has returned.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  setImmediate(async () => {
    try {
      await f();
    } catch (error) {
      onError(error);
    }
  });
}
