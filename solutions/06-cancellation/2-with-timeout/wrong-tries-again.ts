// Calls the operation once more, without a limit, when the time is up.
// Fails: calls op once, during the call, with a signal that is not aborted
// Fails: aborts the signal when the time is up, with a TimeoutError as the reason
// Fails: settles only when op has ended
// Fails: rejects with the reason of the signal when op rejects after the abort
// Fails: has a signal and a time for each call
// Says: 'page' was started 2 times, at 0 and 54 ms; expected once.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const expire = () => controller.abort(new DOMException('The time is up', 'TimeoutError'));
  const timer = ms === Infinity ? undefined : setTimeout(expire, ms);
  try {
    return await op(signal);
  } catch (error) {
    if (signal.aborted) return op(new AbortController().signal);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
