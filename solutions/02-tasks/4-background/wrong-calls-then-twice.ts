// Attaches an empty handler first, and the real one to another promise: a thenable may start its work at each then().
// Fails: calls onError once when another thenable rejects
// Says: How often does your code call it?
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  let result: unknown;
  try {
    result = f();
  } catch (error) {
    onError(error);
    return;
  }
  const { then } = Object(result);
  if (typeof then !== 'function') return;
  then.call(
    result,
    () => {},
    () => {},
  );
  Promise.resolve(result).catch(onError);
}
