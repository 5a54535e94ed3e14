// No async function: `Promise.any`, with a `finally` that waits for the promise of its handler.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const downloads = mirrors.map(
    (mirror) => new Promise<T>((resolve) => resolve(mirror(controller.signal))),
  );
  return Promise.any(downloads).finally(() => {
    controller.abort();
    return Promise.allSettled(downloads);
  });
}
