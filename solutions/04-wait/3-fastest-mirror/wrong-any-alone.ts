// Takes the first, and leaves the others at work.
// Fails: lets a failure lose, and stop nobody
// Fails: stops the others when one has delivered
// Fails: lets the caller hear when the others have ended
// Fails: has one winner, in whatever order they come
// Says: c was never told to stop: it went on until 40 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const { signal } = new AbortController();
  return Promise.any(mirrors.map((mirror) => mirror(signal)));
}
