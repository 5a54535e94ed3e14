// Throws the reason at the first `await` only; later ones get `undefined`.
// Fails: throws the reason at every await when f rejects, and does not call f again
// Fails: settles that promise with what the handler returns or throws
// Fails: calls no handler during the call of 'then'
// Says: It fulfilled with [ { reason: Error('broken') }, { value: undefined }
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    then(onFulfilled, onRejected) {
      const isFirst = !started;
      started ??= f();
      const work = isFirst ? started : started.catch(() => undefined as T);
      return work.then(onFulfilled, onRejected);
    },
  };
}
