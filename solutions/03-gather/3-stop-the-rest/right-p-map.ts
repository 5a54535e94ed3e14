// With p-map, told not to stop at the first failure; each failure aborts.
import pMap from 'p-map';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const run = async (download: Op<T>) => {
    try {
      return await download(controller.signal);
    } catch (failure) {
      controller.abort(failure);
      throw failure;
    }
  };
  try {
    // Waits for all of them.
    return await pMap(downloads, run, { stopOnError: false });
  } catch {
    // Its AggregateError has them in the order of the list; the signal remembers who was first.
    throw controller.signal.reason;
  }
}
