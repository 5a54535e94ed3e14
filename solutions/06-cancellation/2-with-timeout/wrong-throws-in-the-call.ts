// Lets the operation throw in the call: without `async`, that is no rejection.
// Fails: rejects with the same reason when op rejects in time, or throws
// Says: Expected the call to return a promise
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const running = op(signal);
  const expire = () => controller.abort(new DOMException('The time is up', 'TimeoutError'));
  const timer = ms === Infinity ? undefined : setTimeout(expire, ms);
  return running
    .catch((error) => {
      throw signal.aborted ? signal.reason : error;
    })
    .finally(() => clearTimeout(timer));
}
