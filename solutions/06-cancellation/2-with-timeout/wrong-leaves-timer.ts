// Leaves the timer to itself: it does nothing when the operation has ended. (The process waits for it.)
// Fails: sets one timer, and leaves none when op ends in time
// Says: clear one that you do not need.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  let isOver = false;
  const controller = new AbortController();
  const { signal } = controller;
  const expire = () => {
    if (!isOver) controller.abort(new DOMException('The time is up', 'TimeoutError'));
  };
  if (ms !== Infinity) setTimeout(expire, ms);
  try {
    return await op(signal);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    isOver = true;
  }
}
