// Wraps the error of the operation in one that says more. (The caller does not find their own error.)
// Fails: rejects with the same reason when op rejects in time, or throws
// Fails: does not abort the signal when op has ended in time, not even later
// Says: The expected reason is the `cause` of that error.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const expire = () => controller.abort(new DOMException('The time is up', 'TimeoutError'));
  const timer = ms === Infinity ? undefined : setTimeout(expire, ms);
  try {
    return await op(signal);
  } catch (error) {
    signal.throwIfAborted();
    throw new Error('The operation failed', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
