// Ends with return onError(error), and so returns whatever onError returns.
// Fails: calls onError once when f throws, and throws nothing itself
// Says: background() returns undefined, whatever onError returns.
export function background(f: () => unknown, onError: (error: unknown) => void): unknown {
  let result: unknown;
  try {
    result = f();
  } catch (error) {
    return onError(error);
  }
  Promise.resolve(result).catch(onError);
}
