// `p-timeout` around `allSettled`, which never rejects: it says when the time is up, and the end is awaited after that.
import pTimeout, { TimeoutError } from 'p-timeout';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  const work = Promise.allSettled([(async () => op(controller.signal))()]);
  await pTimeout(work, {
    milliseconds: ms,
    fallback: () => controller.abort(new TimeoutError('The time is up')),
  });
  const [end] = await work;
  if (end.status === 'fulfilled') return end.value;
  throw controller.signal.aborted ? controller.signal.reason : end.reason;
}
