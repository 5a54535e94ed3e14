// Downloads one after another: none has to be stopped, but the total time is the sum.
// Fails: starts every download without waiting for an earlier one
// Fails: fulfils with the results in input order, as soon as the slowest download has fulfilled
// Fails: rejects with the first reason, not with the AbortError of a stopped download
// Fails: aborts the signals of the other downloads as soon as the first one rejects
// Fails: settles only when the others have ended
// Fails: stops the downloads of its own call, and no others
// Fails: neither changes the input nor follows later changes of it
// Says: Was 'a' awaited before 'b' was called? Start both first, then await them.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const results: T[] = [];
  for (const download of downloads) results.push(await download(controller.signal));
  return results;
}
