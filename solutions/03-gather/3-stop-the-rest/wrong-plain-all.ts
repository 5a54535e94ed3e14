// Assumes that `Promise.all` stops the other work when it rejects. (The others go on.)
// Fails: aborts the signals of the other downloads as soon as the first one rejects
// Fails: settles only when the others have ended
// Fails: stops the downloads of its own call, and no others
// Says: Tell every job that is still running to stop: abort its signal, or call its cancel().
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const { signal } = new AbortController();
  return Promise.all(downloads.map((download) => download(signal)));
}
