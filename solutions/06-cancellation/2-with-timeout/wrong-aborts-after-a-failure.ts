// Aborts when the operation has failed. (It has ended, so there is nothing to stop.)
// Fails: does not abort the signal when op has ended in time, not even later
// Says: 'page' was told to stop at 31 ms, just after its end; expected: not at all.
type Op<T> = (signal: AbortSignal) => Promise<T>;
export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;

  const expire = () => {
    controller.abort(new DOMException('late', 'TimeoutError'));
  };
  const timer = ms === Infinity ? undefined : setTimeout(expire, ms);
  try {
    return await op(signal);
  } catch (error) {
    signal.throwIfAborted();
    controller.abort(error);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
