// Races against a sleep from `node:timers/promises`; aborting its signal clears the timer.
import { setTimeout as sleep } from 'node:timers/promises';

type ReturnWhen = 'ALL_COMPLETED' | 'FIRST_COMPLETED' | 'FIRST_EXCEPTION';

interface Options {
  returnWhen?: ReturnWhen;
  /** In ms; without it, there is no limit. */
  timeout?: number;
}

interface Result<T> {
  done: Set<Promise<T>>;
  pending: Set<Promise<T>>;
}

export async function wait<T>(
  promises: Iterable<Promise<T>>,
  { returnWhen = 'ALL_COMPLETED', timeout }: Options = {},
): Promise<Result<T>> {
  const all = [...promises];
  if (all.length === 0) throw new TypeError('nothing to wait for');
  const states = all.map((promise) => ({ promise, settled: false }));
  const watched = states.map((state) =>
    state.promise.finally(() => {
      state.settled = true;
    }),
  );
  const limit = new AbortController();
  const enough = [
    returnWhen === 'FIRST_COMPLETED'
      ? Promise.race(watched)
      : returnWhen === 'FIRST_EXCEPTION'
        ? Promise.all(watched)
        : Promise.allSettled(watched),
    ...(timeout === undefined ? [] : [sleep(timeout, undefined, { signal: limit.signal })]),
  ] as Promise<unknown>[];
  await Promise.allSettled([Promise.race(enough)]);
  for (const promise of [...enough, ...watched]) promise.catch(() => {});
  limit.abort();
  const which = (settled: boolean) =>
    new Set(states.filter((state) => state.settled === settled).map(({ promise }) => promise));
  return { done: which(true), pending: which(false) };
}
