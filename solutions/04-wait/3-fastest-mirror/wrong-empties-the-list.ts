// Takes the mirrors out of the list of the caller, who may need it once more.
// Fails: does not change the list
// Says: The list belongs to the caller: work on a copy.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const downloads: Promise<T>[] = [];
  while (mirrors.length > 0) {
    const mirror = mirrors.shift() as Op<T>;
    downloads.push((async () => mirror(controller.signal))());
  }
  try {
    return await Promise.any(downloads);
  } finally {
    controller.abort();
    await Promise.allSettled(downloads);
  }
}
