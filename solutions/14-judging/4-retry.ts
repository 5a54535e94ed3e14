import { expect, vi } from 'vitest';

/** Calls `op` until it fulfils, three times at most. */
export type Retry = (op: () => Promise<unknown>) => Promise<unknown>;

/**
 * A test of `retry`. It resolves for every implementation that keeps this contract, and rejects, with any error,
 * for every other one:
 *
 * > `retry(op)` calls `op` synchronously, during the call. When that rejects, it calls `op` again 100 ms after the rejection,
 * > and when that rejects, a last time 200 ms after the second rejection. It settles as soon as it is decided, before any
 * > timer can fire: it fulfils with the value of the first call that fulfils, and rejects with the reason of the
 * > third rejection. A reason whose `isFinal` is true is passed on at once, whichever call rejects with it. When `retry` has
 * > settled, it calls `op` no more, and has no timer set.
 *
 * - Accepts every implementation that keeps the contract, however it is written: a wait may consist of several timers.
 * - Notices each mistake: a call of `op` too early, too late or too many, another result, another moment, a timer left.
 * - Takes no real time.
 * - Comes to an end with every implementation, and leaves nothing behind, whether it resolves or rejects. No promise of
 *   `retry` rejects while it has no handler.
 *
 * What happens when `op` throws is free.
 */
export async function check(retry: Retry): Promise<void> {
  const [first, second, third] = ['first', 'second', 'third'].map((text) => new Error(text));
  const final = Object.assign(new Error('final'), { isFinal: true });
  vi.useFakeTimers();
  try {
    await checkCalls(retry, [first, second, third]);
    await checkCalls(retry, ['value']);
    await checkCalls(retry, [first, 'value']);
    await checkCalls(retry, [first, second, 'value']);
    await checkCalls(retry, [final]);
    await checkCalls(retry, [first, final]);
  } finally {
    vi.useRealTimers();
  }
}

/** Calls it with an `op` that has these outcomes, one for each call. The last one is to be the outcome of `retry`. */
async function checkCalls(retry: Retry, outcomes: readonly unknown[]): Promise<void> {
  const start = Date.now();
  const calls: number[] = [];
  const op = async () => {
    const outcome = outcomes[calls.length];
    calls.push(Date.now() - start);
    // It takes time. Otherwise, "after the rejection" and "after the call" would be the same moment.
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  const settled: unknown[] = [];
  const note = (how: string) => (what: unknown) =>
    settled.push(how, Date.now() - start, what, vi.getTimerCount());

  // The handlers are there before the clock moves.
  retry(op).then(note('fulfils'), note('rejects'));
  expect(calls).toEqual([0]);
  await vi.advanceTimersByTimeAsync(5000);

  const expected = [0, 110, 320].slice(0, outcomes.length);
  const last = outcomes.at(-1);
  expect(calls).toEqual(expected);
  expect(settled).toEqual([
    last instanceof Error ? 'rejects' : 'fulfils',
    Number(expected.at(-1)) + 10,
    last,
    0,
  ]);
  expect(settled[2]).toBe(last);
}
