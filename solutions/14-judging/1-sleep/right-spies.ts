// With spies in the place of variables.
import { expect, vi } from 'vitest';

type Sleep = (ms: number) => Promise<unknown>;

export async function check(sleep: Sleep): Promise<void> {
  vi.useFakeTimers();
  try {
    for (const ms of [3, 40, 25]) {
      const fulfilled = vi.fn();
      const rejected = vi.fn();
      sleep(ms).then(fulfilled, rejected);
      await vi.advanceTimersByTimeAsync(ms - 1);
      expect(fulfilled).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect(fulfilled).toHaveBeenCalledOnce();
      expect(rejected).not.toHaveBeenCalled();
    }
  } finally {
    vi.useRealTimers();
  }
}
