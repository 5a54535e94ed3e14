// Records the state in a second promise, `started.then(…)`, whose rejection has no handler.
// Fails: throws the reason at every await when f rejects, and does not call f again
// Fails: settles that promise with what the handler returns or throws
// Fails: calls no handler during the call of 'then'
// Says: Attach a handler to every promise that may reject. then(), finally() and a call of an async function each return a new promise, which rejects too.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let state = 'not started';
  let started: Promise<T> | undefined;
  return {
    then(onFulfilled, onRejected) {
      if (state === 'not started') {
        state = 'started';
        started = f();
        started.then(() => {
          state = 'done';
        });
      }
      return (started as Promise<T>).then(onFulfilled, onRejected);
    },
  };
}
