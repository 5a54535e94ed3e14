// Waits some time more after the abort, and then gives up: the work is still running.
// Fails: settles only when op has ended
// Fails: sets one timer, and leaves none when op ends in time
// Says: It settled at 5041 ms, when 'page' (until 10007 ms) was still running
type Op<T> = (signal: AbortSignal) => Promise<T>;
export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const late = new DOMException('late', 'TimeoutError');
  let t1: NodeJS.Timeout | undefined;
  let t2: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    if (ms === Infinity) return;
    t1 = setTimeout(() => {
      controller.abort(late);
      t2 = setTimeout(() => reject(late), 5000);
    }, ms);
  });
  try {
    return await Promise.race([op(signal), limit]);
  } catch (e) {
    throw signal.aborted ? late : e;
  } finally {
    clearTimeout(t1);
    clearTimeout(t2);
  }
}
