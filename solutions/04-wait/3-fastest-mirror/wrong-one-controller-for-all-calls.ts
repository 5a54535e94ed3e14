// Keeps its controller outside of the function: the second call replaces the one of the first.
// Fails: aborts no download of another call
// Says: 'c' and 'd' were told to stop at 13 ms. Does the error come from that?
type Op<T> = (signal: AbortSignal) => Promise<T>;

let controller: AbortController;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  controller = new AbortController();
  const downloads = mirrors.map(async (mirror) => mirror(controller.signal));
  try {
    return await Promise.any(downloads);
  } finally {
    controller.abort();
    await Promise.allSettled(downloads);
  }
}
