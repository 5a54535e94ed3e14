// Keeps the controller of the latest call outside of the function; a failure aborts that one.
// Fails: stops the downloads of its own call, and no others
// Says: 'c' and 'd' were told to stop at 11 ms, when 'b' failed. Does the error come from that?
type Op<T> = (signal: AbortSignal) => Promise<T>;

let controller = new AbortController();

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  controller = new AbortController();
  const running = downloads.map((download) => download(controller.signal));
  try {
    return await Promise.all(running);
  } catch (firstFailure) {
    controller.abort();
    await Promise.allSettled(running);
    throw firstFailure;
  }
}
