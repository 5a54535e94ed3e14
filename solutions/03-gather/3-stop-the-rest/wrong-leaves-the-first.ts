// Aborts only the downloads that come after the one that has rejected.
// Fails: aborts the signals of the other downloads as soon as the first one rejects
// Fails: settles only when the others have ended
// Fails: stops the downloads of its own call, and no others
// Says: 'd' was told to stop. Tell every job that is still running: abort its signal, or call its cancel().
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controllers = downloads.map(() => new AbortController());
  const failures: unknown[] = [];
  const settled = await Promise.allSettled(
    downloads.map(async (download, i) => {
      try {
        return await download((controllers[i] as AbortController).signal);
      } catch (failure) {
        failures.push(failure);
        for (const controller of controllers.slice(i + 1)) controller.abort();
        throw failure;
      }
    }),
  );
  if (failures.length > 0) throw failures[0];
  return settled.map((one) => (one as PromiseFulfilledResult<T>).value);
}
