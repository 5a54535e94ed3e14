// Promise.try, which core-js brings where it is missing, at the first then.
import 'core-js/actual/promise/try';

export function lazy<T>(f: () => Promise<T>): PromiseLike<T> {
  let begun: Promise<T> | undefined;
  return {
    then(done, failed) {
      begun ??= (Promise as never as { try(f: () => Promise<T>): Promise<T> }).try(f);
      return begun.then(done, failed);
    },
  };
}
