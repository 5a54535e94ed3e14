/** A mirror: starts a download and returns its promise. Aborting the signal stops the download. */
type Op<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Downloads a file from several mirrors concurrently, and takes the first value.
 *
 * - Starts every download without waiting for an earlier one, each with an AbortSignal.
 * - Fulfils with the value of the first download that fulfils.
 * - Keeps that value when another download fulfils later.
 * - Ignores a download that rejects, and aborts no other one because of it.
 * - Aborts the other downloads as soon as one fulfils.
 * - Settles only when the others have ended. (Stopping takes time.)
 * - Has one winner, in whatever order the downloads fulfil.
 * - When all downloads reject, rejects with an AggregateError. Its errors are in input order.
 * - With an empty list, rejects immediately with an AggregateError that has no errors.
 */
export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  // TODO: start all downloads; abort the others when one fulfils.
  throw new Error('TODO: write fastest() in katas/04-wait/3-fastest-mirror.ts');
}
