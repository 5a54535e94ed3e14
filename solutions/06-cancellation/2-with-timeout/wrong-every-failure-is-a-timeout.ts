// Takes every failure for a timeout.
// Fails: rejects with the same reason when op rejects in time, or throws
// Fails: does not abort the signal when op has ended in time, not even later
// Says: Pass on the reason as it is: a caller compares it.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const expire = () => controller.abort(new DOMException('The time is up', 'TimeoutError'));
  const timer = ms === Infinity ? undefined : setTimeout(expire, ms);
  try {
    return await op(signal);
  } catch {
    throw signal.aborted ? signal.reason : new DOMException('The time is up', 'TimeoutError');
  } finally {
    clearTimeout(timer);
  }
}
