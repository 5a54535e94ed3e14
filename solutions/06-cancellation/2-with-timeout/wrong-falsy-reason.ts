// Keeps the error in a variable, and tests whether it is true. (A reason may be `undefined`, 0 or an empty text.)
// Fails: rejects with the reason of the signal when op rejects after the abort
// Fails: rejects with the same reason when op rejects in time, or throws
// Says: When 'page' rejects with undefined: It fulfilled with undefined at 54 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const expire = () => controller.abort(new DOMException('The time is up', 'TimeoutError'));
  const timer = ms === Infinity ? undefined : setTimeout(expire, ms);
  let failure: unknown;
  let value: T | undefined;
  try {
    value = await op(signal);
  } catch (error) {
    failure = error;
  }
  clearTimeout(timer);
  if (failure) throw signal.aborted ? signal.reason : failure;
  return value as T;
}
