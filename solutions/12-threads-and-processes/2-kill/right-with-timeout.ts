// Two functions of earlier katas: one gives work a time limit, the other has a thread that a signal can end.
import { withTimeout } from '../../06-cancellation/2-with-timeout.ts';
import { toThread } from '../1-to-thread.ts';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError('no time at all');
  return withTimeout((signal) => toThread<T>(file, job, signal), ms);
}
