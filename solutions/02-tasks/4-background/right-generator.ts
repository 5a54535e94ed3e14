// A generator yields what f returns, and catches what is thrown into it.
function* work(f: () => unknown, onError: (error: unknown) => void): Generator<unknown, void> {
  try {
    yield f();
  } catch (error) {
    onError(error);
  }
}

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const steps = work(f, onError);
  const { value } = steps.next();
  Promise.resolve(value).catch((error) => steps.throw(error));
}
