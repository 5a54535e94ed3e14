// Aborts the others, and does not wait until they have ended.
// Fails: settles only when the others have ended
// Says: Wait until each promise has settled, and settle after that.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  try {
    return await Promise.any(mirrors.map(async (mirror) => mirror(controller.signal)));
  } finally {
    controller.abort();
  }
}
