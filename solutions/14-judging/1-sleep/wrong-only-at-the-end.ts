// Looks only whether it is over at the end. One that was over long before is not noticed.
// Fails: notices that it fulfils at once
// Fails: notices that it fulfils 1 ms early
// Fails: notices that each call takes as long as the first one
// Says: It slipped through: your check resolves, and should have noticed that it fulfils at once.
import { expect, vi } from 'vitest';

type Sleep = (ms: number) => Promise<unknown>;

export async function check(sleep: Sleep): Promise<void> {
  vi.useFakeTimers();
  try {
    for (const ms of [20, 50]) {
      let over = false;
      sleep(ms).then(
        () => {
          over = true;
        },
        () => {},
      );
      await vi.advanceTimersByTimeAsync(ms);
      expect(over).toBe(true);
    }
  } finally {
    vi.useRealTimers();
  }
}
