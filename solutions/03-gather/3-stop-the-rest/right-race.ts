// A race of all against the first failure; in both cases it waits for the rest.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const running = downloads.map((download) => download(controller.signal));
  const failed = new Promise<{ reason: unknown }>((resolve) => {
    for (const download of running) download.catch((reason) => resolve({ reason }));
  });
  const ended = Promise.allSettled(running);
  const failure = await Promise.race([failed, ended.then(() => undefined)]);
  if (failure) {
    controller.abort();
    await ended;
    throw failure.reason;
  }
  return Promise.all(running);
}
