// Looks only that it is not over too early. One that comes late, or never, is not noticed.
// Fails: notices that it fulfils 1 ms late
// Fails: notices that it takes milliseconds for seconds
// Fails: notices that it never settles
// Fails: notices that it rejects
// Says: It slipped through: your check resolves, and should have noticed that it fulfils 1 ms late.
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
      await vi.advanceTimersByTimeAsync(ms - 1);
      expect(over).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
    }
  } finally {
    vi.useRealTimers();
  }
}
