// Forgets a failure, so that the next one who awaits starts the work anew.
// Fails: passes a failure on to each who awaits, and does not try again
// Says: page was started 2 times (at 0 and 50 ms); expected 1 time.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    then(onDone, onFailed) {
      started ??= f().catch((error) => {
        started = undefined;
        throw error;
      });
      return started.then(onDone, onFailed);
    },
  };
}
