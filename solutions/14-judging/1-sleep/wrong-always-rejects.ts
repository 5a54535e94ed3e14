// A list is compared by identity, so the check rejects whatever it is given.
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
// Says: If it should pass with deep equality, replace "toBe" with "toStrictEqual"
import { expect, vi } from 'vitest';

type Sleep = (ms: number) => Promise<unknown>;

export async function check(sleep: Sleep): Promise<void> {
  vi.useFakeTimers();
  try {
    const times: number[] = [];
    for (const ms of [20, 50]) {
      const start = Date.now();
      sleep(ms).then(
        () => {
          times.push(Date.now() - start);
        },
        () => {},
      );
      await vi.advanceTimersByTimeAsync(ms);
    }
    expect(times).toBe([20, 50]);
  } finally {
    vi.useRealTimers();
  }
}
