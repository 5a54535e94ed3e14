// Tells the operation to stop, and does not wait until it has.
// Fails: settles only when op has ended
// Fails: rejects with the reason of the signal when op rejects after the abort
// Fails: fulfils with the value when op fulfils after the abort
// Says: Work that was told to stop needs time to end.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    if (ms === Infinity) return;
    const error = new DOMException('The time is up', 'TimeoutError');
    timer = setTimeout(() => {
      controller.abort(error);
      reject(error);
    }, ms);
  });
  try {
    return await Promise.race([op(controller.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
