// `finally` runs for a rejection as well: it tells that a promise has settled, and not how.
// Fails: notices that it rejects
// Says: It slipped through: your check resolves, and should have noticed that it rejects.
import { expect, vi } from 'vitest';

type Sleep = (ms: number) => Promise<unknown>;

export async function check(sleep: Sleep): Promise<void> {
  vi.useFakeTimers();
  try {
    for (const ms of [20, 50]) {
      let over = false;
      sleep(ms)
        .finally(() => {
          over = true;
        })
        .catch(() => {});
      await vi.advanceTimersByTimeAsync(ms - 1);
      expect(over).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect(over).toBe(true);
    }
  } finally {
    vi.useRealTimers();
  }
}
