// Assumes that `AbortSignal.timeout` can wait for `Infinity`. (It throws a RangeError, and `op` is never called.)
// Fails: calls op once, during the call, with a signal that is not aborted
// Fails: does not abort the signal when op has ended in time, not even later
// Fails: sets no limit and no timer when the time is Infinity
// Says: It rejected at 0 ms with: RangeError: The value of "delay" is out of range.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const signal = AbortSignal.timeout(ms);
  try {
    return await op(signal);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
