import { vi } from 'vitest';

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
  vi.useFakeTimers();
  try {
    // TODO: call retry with an op of yours, move the clock, and throw if something is not as it should be.
    throw new Error('TODO: write check() in katas/14-judging/4-retry.ts');
  } finally {
    vi.useRealTimers();
  }
}
