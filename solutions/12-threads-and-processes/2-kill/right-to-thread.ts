// A thread that a signal can end, as in `to-thread`, and a signal that is aborted after `ms`.
import { toThread } from '../1-to-thread.ts';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError('less than 1 ms');
  return toThread<T>(file, job, ms === Infinity ? undefined : AbortSignal.timeout(ms));
}
