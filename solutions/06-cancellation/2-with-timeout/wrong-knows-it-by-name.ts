// Knows its own timeout by the name of the error. (The operation may have a limit of its own.)
// Fails: rejects with the same reason when op rejects in time, or throws
// Says: expected a rejection with DOMException('the server is slow', 'TimeoutError').
type Op<T> = (signal: AbortSignal) => Promise<T>;
export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;

  const expire = () => {
    controller.abort(new DOMException('late', 'TimeoutError'));
  };
  const timer = ms === Infinity ? undefined : setTimeout(expire, ms);
  try {
    return await op(signal);
  } catch (error) {
    if ((error as Error)?.name === 'TimeoutError' || signal.aborted) throw signal.reason;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
