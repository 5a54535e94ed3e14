// A promise made by hand, which counts the downloads in flight.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const controllers = downloads.map(() => new AbortController());
    const results: T[] = [];
    let underWay = downloads.length;
    let failed: { with: unknown } | undefined;
    const end = () => {
      if (underWay > 0) return;
      if (failed) reject(failed.with);
      else resolve(results);
    };
    const fail = (error: unknown) => {
      underWay--;
      if (!failed) {
        failed = { with: error };
        for (const controller of controllers) controller.abort();
      }
      end();
    };
    downloads.forEach((download, i) => {
      download((controllers[i] as AbortController).signal).then((result) => {
        underWay--;
        results[i] = result;
        end();
      }, fail);
    });
    end();
  });
}
