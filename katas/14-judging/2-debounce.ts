import { vi } from 'vitest';

/** Returns a function that passes on only the last call of a burst to `f`. */
export type Debounce = (
  f: (...args: unknown[]) => void,
  ms: number,
) => (...args: unknown[]) => void;

/**
 * A test of `debounce`. It resolves for every implementation that keeps this contract, and rejects, with any error,
 * for every other one:
 *
 * > A burst is a row of calls, each less than `ms` after the one before it. `f` is called once for each burst, `ms` after
 * > its last call, with the arguments of that last call, and not earlier. The next call begins a new burst. Two functions
 * > that `debounce` has returned know nothing of each other.
 *
 * - Accepts every implementation that keeps the contract, however it is written.
 * - Notices each mistake: a call of `f` too many, too early, too late, with other arguments, or none at all.
 * - Takes no real time.
 * - Comes to an end with every implementation, and leaves nothing behind, whether it resolves or rejects.
 *
 * What happens for a call exactly `ms` after the one before it is free. `this` and returned values do not matter.
 */
export async function check(debounce: Debounce): Promise<void> {
  vi.useFakeTimers();
  try {
    // TODO: call debounce and what it returns, move the clock, and throw if something is not as it should be.
    throw new Error('TODO: write check() in katas/14-judging/2-debounce.ts');
  } finally {
    vi.useRealTimers();
  }
}
