// Waits for all downloads, then takes the first of the list that is fulfilled, not the first in time.
// Fails: fulfils with the value of the first download that fulfils
// Fails: keeps the first value when another download fulfils later
// Fails: ignores a mirror that fails, and stops no other one
// Fails: aborts the other downloads as soon as one fulfils
// Fails: settles only when the others have ended
// Fails: has one winner, in whatever order the downloads fulfil
// Says: 'b' ended first, at 20 ms. 'a' ended only at 50 ms.
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
