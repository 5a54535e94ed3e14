// Rejects with what the stopped operation rejects with, which may come of the clean-up.
// Fails: rejects with the reason of the signal when op rejects after the abort
// Says: An error that comes after that is a consequence: reject with the reason of the signal, which is the cause.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const expire = () => controller.abort(new DOMException('The time is up', 'TimeoutError'));
  const timer = ms === Infinity ? undefined : setTimeout(expire, ms);
  try {
    return await op(signal);
  } finally {
    clearTimeout(timer);
  }
}
