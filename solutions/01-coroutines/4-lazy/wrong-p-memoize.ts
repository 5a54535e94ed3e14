// `p-memoize` keeps values. (A rejection is not kept, so the next `await` calls `f` again.)
// Fails: throws the reason at every await when f rejects, and does not call f again
// Says: 'page' failed at 30 ms, and was started again after that.
import pMemoize from 'p-memoize';

type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  const once = pMemoize(f);
  return { then: (onFulfilled, onRejected) => once().then(onFulfilled, onRejected) };
}
