// Downloads one after another: nobody has to be stopped, and everybody has to wait.
// Fails: starts all downloads at once
// Fails: gives the results in the order of the downloads, when the slowest has come
// Fails: passes on the first failure, and not what came of it
// Fails: tells the others to stop at the moment of the failure
// Fails: lets the caller hear when the last of them has ended
// Says: there was room for it at 0 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const results: T[] = [];
  for (const download of downloads) results.push(await download(controller.signal));
  return results;
}
