// Fails fast and stops nobody: failing is news for the caller, and none for the others.
// Fails: tells the others to stop at the moment of the failure
// Fails: lets the caller hear when the last of them has ended
// Says: a was never told to stop: it went on until 100 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const { signal } = new AbortController();
  return Promise.all(downloads.map((download) => download(signal)));
}
