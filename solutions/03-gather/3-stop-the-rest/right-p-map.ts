// With p-map, which here does not stop at the first rejection; each rejection aborts.
import pMap from 'p-map';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const reasons: unknown[] = [];
  const run = async (download: Op<T>) => {
    try {
      return await download(controller.signal);
    } catch (reason) {
      reasons.push(reason);
      controller.abort();
      throw reason;
    }
  };
  try {
    // Waits until all have settled. A copy, because it takes one download after another out of the list.
    return await pMap([...downloads], run, { stopOnError: false });
  } catch {
    // Its AggregateError has the errors in input order; ours are in the order of time.
    throw reasons[0];
  }
}
