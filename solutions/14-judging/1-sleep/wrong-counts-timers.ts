// Tests how it is written, and not what it does: one timer, of this many ms. Other shapes are as right.
// Fails: accepts one that looks at the clock every ms
// Says: Your check rejects for one that looks at the clock every ms, which keeps the contract.
import { expect, vi } from 'vitest';

type Sleep = (ms: number) => Promise<unknown>;

export async function check(sleep: Sleep): Promise<void> {
  vi.useFakeTimers();
  try {
    const set = vi.spyOn(globalThis, 'setTimeout');
    for (const ms of [20, 50]) {
      set.mockClear();
      let state = 'pending';
      sleep(ms).then(
        () => {
          state = 'fulfilled';
        },
        () => {
          state = 'rejected';
        },
      );
      expect(set).toHaveBeenCalledOnce();
      await vi.advanceTimersByTimeAsync(ms - 1);
      expect(state).toBe('pending');
      await vi.advanceTimersByTimeAsync(1);
      expect(state).toBe('fulfilled');
    }
    set.mockRestore();
  } finally {
    vi.useRealTimers();
  }
}
