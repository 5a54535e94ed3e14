// Waits for the event loop between the call of `f` and its own handler.
// Fails: throws the reason at every await when f rejects, and does not call f again
// Says: rejected at 0 ms, and handled too late
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  const get = async () => {
    started ??= f();
    await new Promise(setImmediate);
    return started;
  };
  return { then: (onFulfilled, onRejected) => get().then(onFulfilled, onRejected) };
}
