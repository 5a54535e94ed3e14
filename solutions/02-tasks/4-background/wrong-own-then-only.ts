// Looks for a then() of the object itself. (It usually comes from the class.)
// Fails: calls onError once when another thenable rejects
// Says: Here f returns an instance of a class with a then()
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  let result: unknown;
  try {
    result = f();
  } catch (error) {
    onError(error);
    return;
  }
  if (result instanceof Promise || (result && Object.hasOwn(result, 'then')))
    Promise.resolve(result).catch(onError);
}
