// Makes a second error for the caller, which is not the reason of the signal.
// Fails: rejects with the reason of the signal when op rejects after the abort
// Says: Make that error once: it is the reason of the signal, and the one to reject with.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const expire = () => controller.abort(new DOMException('The time is up', 'TimeoutError'));
  const timer = ms === Infinity ? undefined : setTimeout(expire, ms);
  try {
    return await op(signal);
  } catch (error) {
    if (signal.aborted) throw new DOMException('The time is up', 'TimeoutError');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
