import { vi } from 'vitest';

/** Fulfils when `ms` have passed since the call. What it fulfils with does not matter. */
export type Sleep = (ms: number) => Promise<unknown>;

/**
 * A test of `sleep`. It resolves for every implementation that keeps this contract, and rejects, with any
 * error, for every other one:
 *
 * > `sleep(ms)` is pending until `ms` have passed since the call, and fulfilled then, before the next timer
 * > fires. It is so for every call, whatever other calls there are.
 *
 * - Accepts every implementation that keeps the contract, however it is written: it may set several timers,
 *   or look at `Date.now()`.
 * - Notices each mistake: too early, too late, never, wrong at the second call, rejected.
 * - Takes no real time: the timers that are there when it is called never have to fire.
 * - Comes to an end with every implementation, also with one that never settles. Then, whether it resolves
 *   or rejects, leaves no fake timers and no listeners behind.
 *
 * The implementations use the global timers and `Date`, and look them up when they are called.
 */
export async function check(sleep: Sleep): Promise<void> {
  vi.useFakeTimers();
  try {
    // TODO: call sleep, move the clock, and throw if something is not as it should be.
    throw new Error('TODO: write check() in katas/14-judging/1-sleep.ts');
  } finally {
    vi.useRealTimers();
  }
}
