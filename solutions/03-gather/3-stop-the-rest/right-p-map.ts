// With p-map, which here does not stop at the first rejection; each rejection aborts.
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
    // Waits until all have settled.
    return await pMap(downloads, run, { stopOnError: false });
  } catch {
    // Its AggregateError has the errors in input order; the reason of the signal is the first in time.
    throw controller.signal.reason;
  }
}
