// Everybody who awaits starts the work anew.
// Fails: calls f once for three who await
// Fails: passes a failure on to each who awaits
// Says: page was started 3 times (at 0, 0 and 50 ms); expected 1 time
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  return { then: (onDone, onFailed) => f().then(onDone, onFailed) };
}
