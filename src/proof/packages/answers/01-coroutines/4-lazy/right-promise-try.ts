// promise.try, at the first then.
import promiseTry from 'promise.try';

export function lazy<T>(f: () => Promise<T>): PromiseLike<T> {
  let begun: Promise<T> | undefined;
  return {
    then(done, failed) {
      begun ??= promiseTry(f) as Promise<T>;
      return begun.then(done, failed);
    },
  };
}
