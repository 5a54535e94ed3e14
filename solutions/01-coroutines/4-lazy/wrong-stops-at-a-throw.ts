// Calls the handlers in a loop. (One that throws ends the loop, and the others are never called.)
// Fails: settles that promise with what the handler returns or throws
// Says: Deadlock at 30 ms: the promise is still pending
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  const waiting: { tell: (value: T) => void; fail: (reason: unknown) => void }[] = [];
  let started: Promise<T> | undefined;
  return {
    then(onFulfilled?: (value: T) => unknown, onRejected?: (reason: unknown) => unknown) {
      return new Promise<unknown>((resolve, reject) => {
        waiting.push({
          tell: (value) => resolve(onFulfilled ? onFulfilled(value) : value),
          fail: (reason) => (onRejected ? resolve(onRejected(reason)) : reject(reason)),
        });
        started ??= f();
        started.then(
          (value) => {
            for (const { tell } of waiting.splice(0)) tell(value);
          },
          (reason) => {
            for (const { fail } of waiting.splice(0)) fail(reason);
          },
        );
      });
    },
  } as PromiseLike<T>;
}
