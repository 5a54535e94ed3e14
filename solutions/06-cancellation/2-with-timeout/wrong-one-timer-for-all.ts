// Keeps the timer in a variable of the module, so that the end of one call clears the timer of another.
// Fails: has a signal and a time for each call
// Says: A timer that was due at 41 ms was cleared at 23 ms. Did another call clear it?
let timer: NodeJS.Timeout | undefined;
type Op<T> = (signal: AbortSignal) => Promise<T>;
export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;

  const expire = () => {
    controller.abort(new DOMException('late', 'TimeoutError'));
  };
  if (ms !== Infinity) timer = setTimeout(expire, ms);
  try {
    return await op(signal);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
