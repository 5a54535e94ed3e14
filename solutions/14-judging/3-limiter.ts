import { expect } from 'vitest';

/** Calls `f` with each item, at most `n` at a time, and fulfils with the results in the order of the items. */
export type Limit = (
  n: number,
  items: readonly string[],
  f: (item: string) => Promise<unknown>,
) => Promise<unknown[]>;

/** Work that is settled from outside: each call of `f` leaves its two functions here, under the name of its item. */
function workToSettle() {
  const started: string[] = [];
  const fulfil = new Map<string, (value: unknown) => void>();
  const reject = new Map<string, (reason: unknown) => void>();
  const f = (item: string) => {
    started.push(item);
    return new Promise<unknown>((resolve, fail) => {
      fulfil.set(item, resolve);
      reject.set(item, fail);
    });
  };
  return { started, fulfil, reject, f };
}

/** Everything that is queued by now runs first, however many microtasks that takes. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

/**
 * A test of a limiter. It resolves for every implementation that keeps this contract, and rejects, with any error,
 * for every other one:
 *
 * > `limit(n, items, f)` calls `f` once with each item, in their order: the first `n` synchronously, during the call, and
 * > each further one as soon as one in flight has fulfilled, before any timer can fire. It fulfils with the results, in the
 * > order of the items, as soon as the last one is there; for no items with `[]`. When one rejects, it rejects at that moment with
 * > the same reason, and calls `f` no more.
 *
 * - Accepts every implementation that keeps the contract, however many microtasks it takes from one step to the next.
 * - Notices each mistake: too many in flight, too few, another order, too early, too late, or wrong after a rejection.
 * - Takes no real time.
 * - Comes to an end with every implementation, and leaves nothing behind, whether it resolves or rejects.
 *
 * What becomes of the work in flight after a rejection is free.
 */
export async function check(limit: Limit): Promise<void> {
  const { started, fulfil, f } = workToSettle();
  let outcome: unknown = 'pending';
  limit(2, ['a', 'b', 'c', 'd', 'e'], f).then(
    (values) => {
      outcome = values;
    },
    () => {
      outcome = 'rejected';
    },
  );
  expect(started).toEqual(['a', 'b']);
  // The later one first: it is its place that 'c' gets.
  for (const [settled, next] of [
    ['b', 'c'],
    ['c', 'd'],
    ['a', 'e'],
  ] as const) {
    await turn();
    expect(started).not.toContain(next);
    fulfil.get(settled)?.(settled.toUpperCase());
    await turn();
    expect(started.at(-1)).toBe(next);
  }
  fulfil.get('e')?.('E');
  await turn();
  expect([started.length, outcome]).toEqual([5, 'pending']);
  fulfil.get('d')?.('D');
  await turn();
  expect(outcome).toEqual(['A', 'B', 'C', 'D', 'E']);

  await checkNone(limit);
  await checkRejection(limit);
}

async function checkNone(limit: Limit): Promise<void> {
  let outcome: unknown = 'pending';
  limit(2, [], workToSettle().f).then(
    (values) => {
      outcome = values;
    },
    () => {},
  );
  await turn();
  expect(outcome).toEqual([]);
}

async function checkRejection(limit: Limit): Promise<void> {
  const { started, reject, fulfil, f } = workToSettle();
  const reason = new Error('b has failed');
  let outcome: unknown = 'pending';
  limit(2, ['a', 'b', 'c', 'd'], f).then(
    () => {
      outcome = 'fulfilled';
    },
    (error) => {
      outcome = error;
    },
  );
  reject.get('b')?.(reason);
  await turn();
  expect(outcome).toBe(reason);
  fulfil.get('a')?.('A');
  await turn();
  expect(started).toEqual(['a', 'b']);
}
