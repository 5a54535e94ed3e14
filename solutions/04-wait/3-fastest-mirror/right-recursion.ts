// Recursion over the list: each level starts one mirror, and adds its promise to those of the next.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const startAll = ([mirror, ...rest]: Op<T>[]): Promise<T>[] =>
    mirror ? [start(mirror, controller.signal), ...startAll(rest)] : [];
  const downloads = startAll(mirrors);
  const results = Promise.allSettled(downloads);
  try {
    const value = await Promise.any(downloads);
    controller.abort();
    return value;
  } catch {
    const failures = (await results) as PromiseRejectedResult[];
    throw new AggregateError(failures.map(({ reason }) => reason));
  } finally {
    await results;
  }
}

async function start<T>(mirror: Op<T>, signal: AbortSignal): Promise<T> {
  return mirror(signal);
}
