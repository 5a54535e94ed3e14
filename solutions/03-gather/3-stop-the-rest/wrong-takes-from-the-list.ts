// Takes each download out of the list of the caller.
// Fails: neither changes the input nor follows later changes of it
// Says: isUnchanged: false, length: 2
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const running: Promise<T>[] = [];
  for (let next = downloads.shift(); next; next = downloads.shift())
    running.push(next(controller.signal));
  try {
    return await Promise.all(running);
  } catch (firstFailure) {
    controller.abort();
    await Promise.allSettled(running);
    throw firstFailure;
  }
}
