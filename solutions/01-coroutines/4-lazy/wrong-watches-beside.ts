// Watches the work on a branch of its own, and nobody hears when that branch fails.
// Fails: passes a failure on to each who awaits, and does not try again
// Says: page failed: a rejection that nobody ever handled, at 30 ms
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let state = 'not started';
  let started: Promise<T> | undefined;
  return {
    then(onDone, onFailed) {
      if (state === 'not started') {
        state = 'started';
        started = f();
        started.then(() => {
          state = 'done';
        });
      }
      return (started as Promise<T>).then(onDone, onFailed);
    },
  };
}
