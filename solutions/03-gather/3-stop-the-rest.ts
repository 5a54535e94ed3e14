/** Starts work and returns its promise. When `signal` is aborted, the work stops and the promise rejects. */
type Op<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Runs all downloads concurrently. When one rejects, stops the others.
 *
 * - Starts every download, with an AbortSignal, without waiting for an earlier one. One that is in the list
 *   twice is started twice.
 * - If all fulfil, fulfils with an array of the results in input order, as soon as the slowest has
 *   fulfilled. No timer is needed for that.
 * - Every result counts, unchanged: also `undefined`, another falsy value, or an Error.
 * - If all fulfil, aborts no signal, not even later: the caller may still read a result under its signal.
 * - If some reject, rejects with the first reason, not with the AbortError of a stopped download. The first
 *   reason may be any value, also `undefined` or an AbortError.
 * - Rejects with the first reason even when a stopped download rejects with another one.
 * - Aborts the signals of the other downloads as soon as the first one rejects.
 * - Settles only when the others have ended. Stopping takes time, and a download may ignore its signal.
 * - Each call stops its own downloads, and no others: two calls may be in flight at the same time.
 * - With an empty input, fulfils with `[]`.
 * - Does not change `downloads`. Later changes of the list have no effect.
 */
export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const running = downloads.map((download) => download(controller.signal));
  try {
    return await Promise.all(running);
  } catch (firstFailure) {
    controller.abort();
    // They still have files to close. The errors that they reject with now only follow from the abort.
    await Promise.allSettled(running);
    throw firstFailure;
  }
}
