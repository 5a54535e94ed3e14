// Tests with a single duration, so that it cannot tell `ms` from what was given first.
// Fails: notices that each call takes as long as the first one
// Says: It slipped through: your check resolves, and should have noticed that each call takes as long as
import { expect, vi } from 'vitest';

type Sleep = (ms: number) => Promise<unknown>;

export async function check(sleep: Sleep): Promise<void> {
  vi.useFakeTimers();
  try {
    for (let i = 0; i < 3; i++) {
      let over = false;
      sleep(20).then(
        () => {
          over = true;
        },
        () => {},
      );
      await vi.advanceTimersByTimeAsync(19);
      expect(over).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect(over).toBe(true);
    }
  } finally {
    vi.useRealTimers();
  }
}
