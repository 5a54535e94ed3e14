// A thunk that runs once, and keeps how it ended.
import thunky from 'thunky';

type End<T> = { value: T } | { reason: unknown };

export function lazy<T>(f: () => Promise<T>): PromiseLike<T> {
  const thunk = thunky((tell: (error: null, end: End<T>) => void) => {
    f().then(
      (value) => tell(null, { value }),
      (reason) => tell(null, { reason }),
    );
  });
  return {
    then: (done, failed) =>
      new Promise<T>((resolve, reject) =>
        thunk((_error: null, end: End<T>) =>
          'value' in end ? resolve(end.value) : reject(end.reason),
        ),
      ).then(done, failed),
  };
}
