// Clears the timer only when the operation fulfils.
// Fails: does not abort the signal when op has ended in time, not even later
// Fails: sets one timer, and leaves none when op ends in time
// Says: 'page' was told to stop at 41 ms, and it had failed at 31 ms; expected: not at all.
type Op<T> = (signal: AbortSignal) => Promise<T>;
export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;

  const expire = () => {
    controller.abort(new DOMException('late', 'TimeoutError'));
  };
  const timer = ms === Infinity ? undefined : setTimeout(expire, ms);
  try {
    const v = await op(signal);
    clearTimeout(timer);
    return v;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
  }
}
