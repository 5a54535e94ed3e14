type Op<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Runs the downloads together; when one fails, stops the rest.
 *
 * - Starts all of them at once, each with an AbortSignal.
 * - When all goes well, gives the results in the order of the downloads, and tells nobody to stop, then
 *   or later: what was downloaded may still be read under its signal.
 * - When some fail, passes on the first failure, whatever the others fail with when they are stopped.
 * - Tells the others to stop at the moment of that failure.
 * - Lets the caller hear of it when the last of them has ended (stopping takes time), and not earlier.
 * - With nothing to download, gives an empty list.
 */
export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  // TODO: start the downloads; stop the rest when one fails.
  throw new Error('TODO: write downloadAll() in katas/03-gather/3-stop-the-rest.ts');
}
