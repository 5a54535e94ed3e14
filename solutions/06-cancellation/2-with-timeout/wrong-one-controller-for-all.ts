// Keeps one controller for all calls. (What is aborted stays aborted.)
// Fails: calls op once, during the call, with a signal that is not aborted
// Fails: aborts the signal when the time is up, with a TimeoutError as the reason
// Fails: settles only when op has ended
// Fails: rejects with the reason of the signal when op rejects after the abort
// Fails: fulfils with the value when op fulfils in time, whatever value it is
// Fails: rejects with the same reason when op rejects in time, or throws
// Fails: does not abort the signal when op has ended in time, not even later
// Fails: sets one timer, and leaves none when op ends in time
// Fails: has a signal and a time for each call
// Fails: sets no limit and no timer when the time is Infinity
// Says: it logged 'called with an aborted signal'
const controller = new AbortController();
const { signal } = controller;

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const expire = () => controller.abort(new DOMException('The time is up', 'TimeoutError'));
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
