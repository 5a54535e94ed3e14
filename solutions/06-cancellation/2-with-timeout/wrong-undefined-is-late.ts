// Takes `undefined` for a sign that the time is up. (A value may be `undefined`.)
// Fails: does not abort the signal when op has ended in time, not even later
// Says: 'page' was told to stop at 31 ms, just after its end; expected: not at all.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  let timer: NodeJS.Timeout | undefined;
  const time = new Promise<undefined>((resolve) => {
    if (ms !== Infinity) timer = setTimeout(() => resolve(undefined), ms);
  });
  const work = (async () => op(signal))();
  work.catch(() => {});
  try {
    const first = await Promise.race([work, time]);
    if (first !== undefined) return first;
    controller.abort(new DOMException('The time is up', 'TimeoutError'));
    return await work;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
