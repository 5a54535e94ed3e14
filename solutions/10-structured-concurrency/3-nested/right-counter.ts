// A number of what is running; the last one that ends settles the promise.
import type { Group } from '../3-nested.ts';

export function withNestedGroup<T>(
  body: (group: Group) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const own = new AbortController();
    const goDown = () => own.abort(signal?.reason);
    signal?.addEventListener('abort', goDown, { once: true });
    const errors: unknown[] = [];
    let running = 0;
    let result: T | undefined;
    const leave = () => {
      if (--running > 0) return;
      signal?.removeEventListener('abort', goDown);
      if (errors.length > 0) reject(new AggregateError(errors));
      else if (own.signal.aborted) reject(own.signal.reason);
      else resolve(result as T);
    };
    const fail = (error: unknown) => {
      const { aborted, reason } = own.signal;
      const name = error instanceof Error ? error.name : '';
      const wasTold = aborted && (error === reason || name === 'AbortError');
      if (!wasTold) errors.push(error);
      own.abort();
      leave();
    };
    const enter = (work: () => Promise<unknown>) => {
      running++;
      new Promise((begun) => begun(work())).then(leave, fail);
    };
    enter(async () => {
      const spawn: Group['spawn'] = (task) => {
        if (own.signal.aborted) throw own.signal.reason;
        if (running === 0) throw new Error('the group is over');
        enter(() => task(own.signal));
      };
      result = await body({ signal: own.signal, spawn });
    });
  });
}
