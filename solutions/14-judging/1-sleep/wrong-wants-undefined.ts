// Holds against it what it fulfils with: the contract says nothing of that.
// Fails: accepts one that fulfils with something
// Says: Your check rejects for one that fulfils with something, which keeps the contract.
import { expect, vi } from 'vitest';

type Sleep = (ms: number) => Promise<unknown>;

export async function check(sleep: Sleep): Promise<void> {
  vi.useFakeTimers();
  try {
    for (const ms of [20, 50]) {
      let state: unknown = 'pending';
      sleep(ms).then(
        (value) => {
          state = value;
        },
        () => {
          state = 'rejected';
        },
      );
      await vi.advanceTimersByTimeAsync(ms - 1);
      expect(state).toBe('pending');
      await vi.advanceTimersByTimeAsync(1);
      expect(state).toBeUndefined();
    }
  } finally {
    vi.useRealTimers();
  }
}
