import { vi } from 'vitest';

/** Runs `work` under a time limit of `ms`, and under the signal of a caller, if there is one. */
export type TimeLimit = (
  work: (signal: AbortSignal) => Promise<unknown>,
  ms: number,
  signal?: AbortSignal,
) => Promise<unknown>;

/**
 * A test of `timeLimit`. It resolves for every implementation that keeps this contract, and rejects, with any error,
 * for every other one:
 *
 * > `timeLimit(work, ms, signal)` calls `work` once, during the call, with a new AbortSignal, and settles as the promise
 * > of `work` does. If that is pending when `ms` have passed, it aborts the signal of the work, and rejects with an Error whose
 * > message is `time is up`. If it is pending when `signal` aborts, it aborts the signal of the work, and rejects with the
 * > reason of `signal`. Both happen at that moment, whatever the work does afterwards. If `signal` is aborted already, it rejects
 * > with its reason, and does not call `work`. If the work settles first, its signal is not aborted. When `timeLimit` has settled,
 * > no timer is set, no listener is left on `signal`, and a later rejection of the work is handled.
 *
 * - Accepts every implementation that keeps the contract, however it is written.
 * - Notices each mistake in what it settles with and when, in what it tells the work, and in what it leaves behind.
 * - Takes no real time.
 * - Comes to an end with every implementation, and leaves nothing behind, whether it resolves or rejects.
 *
 * What the signal of the work has as its reason is free. So is whether it still follows `signal` when all is over.
 */
export async function check(timeLimit: TimeLimit): Promise<void> {
  vi.useFakeTimers();
  try {
    // TODO: call timeLimit with work of your own, and throw if something is not as it should be, or is left behind.
    throw new Error('TODO: write check() in katas/14-judging/6-tidy.ts');
  } finally {
    vi.useRealTimers();
  }
}
