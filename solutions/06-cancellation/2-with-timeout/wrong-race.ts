// Assumes that a race ends its losers. (The operation goes on, and is never told to stop.)
// Fails: aborts the signal when the time is up, with a TimeoutError as the reason
// Fails: settles only when op has ended
// Fails: rejects with the reason of the signal when op rejects after the abort
// Fails: fulfils with the value when op fulfils after the abort
// Fails: has a signal and a time for each call
// Says: Ignoring a promise does not stop its work.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    if (ms === Infinity) return;
    const error = new DOMException('The time is up', 'TimeoutError');
    timer = setTimeout(() => reject(error), ms);
  });
  try {
    return await Promise.race([op(new AbortController().signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
