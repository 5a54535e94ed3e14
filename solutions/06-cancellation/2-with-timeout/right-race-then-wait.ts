// A race of the end and the clock, only to know which came first; the end is awaited in any case.
import { setTimeout } from 'node:timers/promises';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const [work, clock] = [new AbortController(), new AbortController()];
  const running = (async () => op(work.signal))();
  const end = Promise.allSettled([running]);
  if (ms !== Infinity) {
    const time = setTimeout(ms, true, { signal: clock.signal });
    const isLate = await Promise.race([end.then(() => false), time]);
    if (isLate) work.abort(Object.assign(new Error('Too slow'), { name: 'TimeoutError' }));
    clock.abort();
  }
  const [result] = await end;
  if (result.status === 'fulfilled') return result.value;
  throw work.signal.aborted ? work.signal.reason : result.reason;
}
