// A turn later is not lazy: nobody has asked for it yet.
// Fails: does not call f before somebody awaits
// Fails: calls f when somebody awaits, and gives its value
// Says: page was started 1 time (at 0 ms); expected never
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  return Promise.resolve().then(f);
}
