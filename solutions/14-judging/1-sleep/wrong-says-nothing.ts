// Collects what it sees, and never looks at it.
// Fails: notices that it fulfils at once
// Fails: notices that it fulfils 1 ms early
// Fails: notices that it fulfils 1 ms late
// Fails: notices that it takes milliseconds for seconds
// Fails: notices that each call takes as long as the first one
// Fails: notices that it never settles
// Fails: notices that it rejects
// Says: It slipped through: your check resolves, and should have noticed that it fulfils at once.
import { expect, vi } from 'vitest';

type Sleep = (ms: number) => Promise<unknown>;

export async function check(sleep: Sleep): Promise<void> {
  vi.useFakeTimers();
  try {
    const seen: boolean[] = [];
    for (const ms of [20, 50]) {
      const promise = sleep(ms);
      promise.then(
        () => seen.push(true),
        () => seen.push(false),
      );
      await vi.advanceTimersByTimeAsync(ms);
    }
    expect(seen).toBeDefined();
  } finally {
    vi.useRealTimers();
  }
}
