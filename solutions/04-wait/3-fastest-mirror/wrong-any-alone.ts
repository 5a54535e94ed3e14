// Takes the first value, and leaves the other downloads running.
// Fails: ignores a mirror that fails, and stops no other one
// Fails: aborts the other downloads as soon as one fulfils
// Fails: settles only when the others have ended
// Fails: has one winner, in whatever order the downloads fulfil
// Fails: aborts no download of another call
// Says: Tell every job that is still running to stop: abort its signal, or call its cancel().
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const { signal } = new AbortController();
  return Promise.any(mirrors.map(async (mirror) => mirror(signal)));
}
