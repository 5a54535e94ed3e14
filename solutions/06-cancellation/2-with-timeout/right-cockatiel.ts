// The cooperative timeout of `cockatiel`, which waits for the end. It aborts without a reason, so it only tells when.
import { TimeoutStrategy, timeout } from 'cockatiel';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  if (ms === Infinity) return op(new AbortController().signal);
  const controller = new AbortController();
  const { signal } = controller;
  const policy = timeout(ms, { strategy: TimeoutStrategy.Cooperative, abortOnReturn: false });
  policy.onTimeout(() => controller.abort(new DOMException('Too slow', 'TimeoutError')));
  try {
    return await policy.execute(() => op(signal));
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  }
}
