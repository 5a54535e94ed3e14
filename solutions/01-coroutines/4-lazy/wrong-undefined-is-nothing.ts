// Keeps the value, and takes `undefined` for no value.
// Fails: calls f only once, and every await gets the value
// Says: When 'page' fulfils with undefined: 'page' was started 2 times
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let value: T | undefined;
  let inFlight: Promise<T> | undefined;
  let failure: { reason: unknown } | undefined;
  const get = async (): Promise<T> => {
    if (failure) throw failure.reason;
    if (value !== undefined) return value;
    inFlight ??= f();
    try {
      value = await inFlight;
      return value;
    } catch (reason) {
      failure = { reason };
      throw reason;
    } finally {
      inFlight = undefined;
    }
  };
  return { then: (onFulfilled, onRejected) => get().then(onFulfilled, onRejected) };
}
