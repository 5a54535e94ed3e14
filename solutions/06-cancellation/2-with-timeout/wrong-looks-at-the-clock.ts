// Looks at the clock when the operation has ended, and never tells it to stop.
// Fails: aborts the signal when the time is up, with a TimeoutError as the reason
// Fails: settles only when op has ended
// Fails: rejects with the reason of the signal when op rejects after the abort
// Fails: sets one timer, and leaves none when op ends in time
// Fails: has a signal and a time for each call
// Says: Tell every job that is still running to stop
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const start = Date.now();
  const late = () => new DOMException('The time is up', 'TimeoutError');
  try {
    return await op(new AbortController().signal);
  } catch (error) {
    throw Date.now() - start > ms ? late() : error;
  }
}
