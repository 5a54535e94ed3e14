// Counts the time from the first call of all. (Each call has its own time.)
// Fails: has a signal and a time for each call
// Says: 'page' stopped at
type Op<T> = (signal: AbortSignal) => Promise<T>;

let start = 0;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  start ||= Date.now();
  const controller = new AbortController();
  const { signal } = controller;
  const expire = () => controller.abort(new DOMException('The time is up', 'TimeoutError'));
  const timer = ms === Infinity ? undefined : setTimeout(expire, start + ms - Date.now());
  try {
    return await op(signal);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
