// A controller for each download, and a catch that aborts all of them.
type Op<T> = (signal: AbortSignal) => Promise<T>;

interface Download<T> {
  promise: Promise<T>;
  stop(): void;
}

function start<T>(download: Op<T>): Download<T> {
  const controller = new AbortController();
  return { promise: download(controller.signal), stop: () => controller.abort() };
}

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const running = downloads.map((download) => start(download));
  const everything = Promise.all(running.map(({ promise }) => promise));
  return everything.catch(async (firstFailure) => {
    for (const { stop } of running) stop();
    for (const { promise } of running) await promise.catch(() => {});
    throw firstFailure;
  });
}
