// rxjs subscribes to the child again when the notifier of retry emits: a timer, or a failure that is one too many.
import {
  defer,
  firstValueFrom,
  fromEvent,
  merge,
  race,
  retry,
  take,
  throwError,
  timer,
} from 'rxjs';
import type { Limits } from '../5-supervise.ts';

export async function supervise(
  child: (signal: AbortSignal) => Promise<unknown>,
  { delay, limit, within }: Limits,
  signal: AbortSignal,
): Promise<void> {
  if (!(delay >= 1 && delay < Infinity && within >= 1)) throw new RangeError('times');
  if (limit !== Infinity && !(Number.isInteger(limit) && limit >= 1)) throw new RangeError('limit');
  let times: number[] = [];
  const run = defer(async () => {
    if (signal.aborted) return;
    try {
      await child(signal);
    } catch (reason) {
      if (!signal.aborted) throw { reason };
    }
  });
  const again = ({ reason }: { reason: unknown }) => {
    const now = Date.now();
    times = [...times.filter((at) => at > now - within), now];
    if (times.length > limit) return throwError(() => ({ reason }));
    const wait = timer(delay * 2 ** (times.length - 1));
    return race(wait, merge(fromEvent(signal, 'abort'))).pipe(take(1));
  };
  try {
    await firstValueFrom(run.pipe(retry({ delay: again })));
  } catch (error) {
    throw (error as { reason: unknown }).reason;
  }
}
