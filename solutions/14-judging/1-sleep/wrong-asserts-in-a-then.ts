// The expectation stands in a `then` that nobody awaits: whatever it throws is a rejection of a promise that the check knows nothing of.
// Fails: notices that it fulfils at once
// Fails: notices that it fulfils 1 ms early
// Fails: notices that it fulfils 1 ms late
// Fails: notices that it takes milliseconds for seconds
// Fails: notices that each call takes as long as the first one
// Fails: notices that it never settles
// Fails: notices that it rejects
// Says: An expectation failed in it, in a promise that no code awaits, so that it does not count:
import { expect, vi } from 'vitest';

type Sleep = (ms: number) => Promise<unknown>;

export async function check(sleep: Sleep): Promise<void> {
  vi.useFakeTimers();
  try {
    for (const ms of [20, 50]) {
      const start = Date.now();
      sleep(ms).then(
        () => expect(Date.now() - start).toBe(ms),
        () => {},
      );
      await vi.advanceTimersByTimeAsync(ms);
    }
  } finally {
    vi.useRealTimers();
  }
}
