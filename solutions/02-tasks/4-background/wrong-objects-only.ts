// Looks for a then() only if typeof is object. (A function may have one, too.)
// Fails: calls onError once when another thenable rejects
// Says: Here f returns a function with a then(): that is a thenable, too.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  let result: unknown;
  try {
    result = f();
  } catch (error) {
    onError(error);
    return;
  }
  if (typeof result === 'object' && result !== null && 'then' in result)
    Promise.resolve(result).catch(onError);
}
