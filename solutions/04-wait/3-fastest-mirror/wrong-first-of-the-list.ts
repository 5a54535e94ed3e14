// Waits for all, and takes the first that is fulfilled: the first of the list, and not of the race.
// Fails: gives what the first one to deliver gives
// Fails: keeps to the first one when another delivers after it
// Fails: lets a failure lose, and stop nobody
// Fails: stops the others when one has delivered
// Fails: lets the caller hear when the others have ended
// Fails: has one winner, in whatever order they come
// Says: b was done at 20 ms, and a only at 50 ms.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const { signal } = new AbortController();
  const results = await Promise.allSettled(mirrors.map((mirror) => mirror(signal)));
  const failures: unknown[] = [];
  for (const result of results) {
    if (result.status === 'fulfilled') return result.value;
    failures.push(result.reason);
  }
  throw new AggregateError(failures);
}
