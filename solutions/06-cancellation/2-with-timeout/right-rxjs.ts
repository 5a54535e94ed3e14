// The timer is a subscription of rxjs, which ends with the work.
import { NEVER, timer } from 'rxjs';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  const late = ms === Infinity ? NEVER : timer(ms);
  const limit = late.subscribe(() =>
    controller.abort(new DOMException('The time is up', 'TimeoutError')),
  );
  try {
    return await op(controller.signal);
  } catch (error) {
    if (controller.signal.aborted) throw controller.signal.reason;
    throw error;
  } finally {
    limit.unsubscribe();
  }
}
