// Assumes that `finally` handles a rejection. (It returns a new promise that rejects too.)
// Fails: starts every download during the call, without waiting for an earlier one
// Fails: fulfils with the value of the first download that fulfils
// Fails: keeps the first value when another download fulfils or rejects later
// Fails: ignores a mirror that fails, and stops no other one
// Fails: takes a mirror that throws for a download that rejects
// Fails: aborts the other downloads as soon as one fulfils
// Fails: settles only when the others have ended
// Fails: has one winner, in whatever order the downloads fulfil
// Fails: aborts no download of another call
// Fails: does not change the list
// Says: then(), finally() and a call of an async function each return a new promise, which rejects too.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const downloads = mirrors.map(async (mirror) => mirror(controller.signal));
  const failures: unknown[] = [];
  let left = downloads.length;
  if (left === 0) throw new AggregateError([]);
  const winner = await new Promise<{ value: T }>((resolve, reject) => {
    downloads.forEach((download, i) => {
      download.then(
        (value) => resolve({ value }),
        (failure) => {
          failures[i] = failure;
          if (--left === 0) reject(new AggregateError(failures));
        },
      );
    });
  });
  controller.abort();
  for (const download of downloads) download.finally(() => {});
  for (const download of downloads) await download.catch(() => {});
  return winner.value;
}
