/** A mirror: starts a download and returns its promise. Aborting the signal stops the download. */
type Op<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Downloads a file from several mirrors concurrently, and takes the first value.
 *
 * - Starts every download during the call, without waiting for an earlier one, each with an AbortSignal.
 * - Fulfils with the value of the first download that fulfils. It may be any value, also an Error.
 * - Keeps that value when another download fulfils or rejects later.
 * - Ignores a download that rejects, and aborts no other one because of it.
 * - A mirror that throws counts as a download that rejects.
 * - Aborts the other downloads as soon as one fulfils. (The signal of the winner may be aborted too.)
 * - Settles only when the others have ended. (Stopping takes time.)
 * - Has one winner, in whatever order the downloads fulfil. When several fulfil at the same moment, that is
 *   the first of the list.
 * - Aborts no download of another call.
 * - Does not change the list.
 * - When all downloads reject, rejects with an AggregateError. Its `errors` are the same errors, in input
 *   order. They may be any values, also `undefined`.
 * - With an empty list, rejects immediately with an AggregateError that has no errors.
 */
export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const downloads = mirrors.map(async (mirror) => mirror(controller.signal));
  try {
    return await Promise.any(downloads);
  } finally {
    // The winner has settled, so an abort does not change its result. The others end later: wait for them.
    controller.abort();
    await Promise.allSettled(downloads);
  }
}
