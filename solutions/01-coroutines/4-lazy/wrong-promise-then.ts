// A turn later is not lazy: nobody has asked for it yet.
// Fails: does not call f before somebody awaits
// Says: Calling a function starts its work, whether or not anybody awaits it.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  return Promise.resolve().then(f);
}
