// A promise made at once, whose work waits until then pulls the trigger.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let start = () => {};
  // Made now, and waiting for its start; `then` pulls the trigger.
  const promise = new Promise<void>((resolve) => {
    start = resolve;
  }).then(f);
  return {
    then(onDone, onFailed) {
      start();
      return promise.then(onDone, onFailed);
    },
  };
}
