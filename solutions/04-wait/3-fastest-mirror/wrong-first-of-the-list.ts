// Waits for all downloads, then takes the first of the list that is fulfilled, not the first in time.
// Fails: fulfils with the value of the first download that fulfils
// Fails: keeps the first value when another download fulfils or rejects later
// Fails: ignores a mirror that fails, and stops no other one
// Fails: takes a mirror that throws for a download that rejects
// Fails: aborts the other downloads as soon as one fulfils
// Fails: settles only when the others have ended
// Fails: has one winner, in whatever order the downloads fulfil
// Fails: aborts no download of another call
// Says: 'b' ended first, at 21 ms. 'a' ended only at 53 ms.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const { signal } = new AbortController();
  const results = await Promise.allSettled(mirrors.map(async (mirror) => mirror(signal)));
  const failures: unknown[] = [];
  for (const result of results) {
    if (result.status === 'fulfilled') return result.value;
    failures.push(result.reason);
  }
  throw new AggregateError(failures);
}
