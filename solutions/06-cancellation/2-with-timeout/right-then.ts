// A chain of `catch` and `finally` on a promise that also holds what the call throws.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const begin = async () => op(signal);
  const timer =
    ms < Infinity
      ? setTimeout(
          () => controller.abort(new DOMException(`${ms} ms are over`, 'TimeoutError')),
          ms,
        )
      : undefined;
  return begin()
    .catch((error) => Promise.reject(signal.aborted ? signal.reason : error))
    .finally(() => clearTimeout(timer));
}
