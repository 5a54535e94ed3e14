/** Starts work and returns its promise. When `signal` is aborted, the work stops and the promise rejects. */
type Op<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Runs all downloads concurrently. When one rejects, stops the others.
 *
 * - Starts every download, with an AbortSignal, without waiting for an earlier one.
 * - If all fulfil, fulfils with the results in input order, as soon as the slowest has fulfilled.
 * - If all fulfil, aborts no signal, not even later: the caller may still read a result under its signal.
 * - If some reject, rejects with the first error, not with the AbortError of a stopped download.
 * - Rejects with the first error even when a stopped download rejects with another error.
 * - Aborts the signals of the other downloads as soon as the first one rejects.
 * - Settles only when the others have ended: stopping takes time.
 * - With an empty input, fulfils with `[]`.
 */
export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  // TODO: start all downloads; when one rejects, stop the others.
  throw new Error('TODO: write downloadAll() in katas/03-gather/3-stop-the-rest.ts');
}
