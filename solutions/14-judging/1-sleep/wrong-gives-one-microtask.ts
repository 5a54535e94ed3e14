// One microtask after the timer is enough for the plain one only: an async function needs more of them.
// Fails: accepts one that sleeps in two halves
// Fails: accepts one that fulfils with something
// Says: Your check rejects for one that sleeps in two halves, which keeps the contract.
import { expect, vi } from 'vitest';

type Sleep = (ms: number) => Promise<unknown>;

export async function check(sleep: Sleep): Promise<void> {
  vi.useFakeTimers();
  try {
    for (const ms of [20, 50]) {
      let state = 'pending';
      sleep(ms).then(
        () => {
          state = 'fulfilled';
        },
        () => {
          state = 'rejected';
        },
      );
      vi.advanceTimersByTime(ms - 1);
      await Promise.resolve();
      expect(state).toBe('pending');
      vi.advanceTimersByTime(1);
      await Promise.resolve();
      expect(state).toBe('fulfilled');
    }
  } finally {
    vi.useRealTimers();
  }
}
