// Aborts without a reason, so that the signal has an AbortError: the caller seems to have aborted.
// Fails: aborts the signal when the time is up, with a TimeoutError as the reason
// Fails: rejects with the reason of the signal when op rejects after the abort
// Says: The reason says why: pass an Error whose name is 'TimeoutError' to abort().
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const expire = () => controller.abort();
  const timer = ms === Infinity ? undefined : setTimeout(expire, ms);
  try {
    return await op(signal);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
