// Expects with expect.soft(), to be told of all that fails. (It does not throw, so a check in which it fails resolves.)
// Fails: accepts a promise around a timer
// Fails: accepts one that sleeps in two halves
// Fails: accepts one that looks at the clock every ms
// Fails: accepts one that fulfils with something
// Fails: notices that it fulfils at once
// Fails: notices that it fulfils 1 ms early
// Fails: notices that it fulfils 1 ms late
// Fails: notices that it takes milliseconds for seconds
// Fails: notices that each call takes as long as the first one
// Fails: notices that it never settles
// Fails: notices that it rejects
// Fails: takes no real time
// Fails: comes to an end, and leaves nothing behind, whether it resolves or rejects
// Says: expect.soft() does not throw where it fails, so your check would resolve. Use expect().
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
      expect.soft(over).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect.soft(over).toBe(true);
    }
  } finally {
    vi.useRealTimers();
  }
}
