// Waits longer than the delay between two calls, so there is no burst to pass on the last call of.
// Fails: notices that it counts the time from the first call of a burst
// Fails: notices that it passes on the arguments of the first call
// Fails: notices that it only delays each call
// Says: It slipped through: your check resolves, and should have noticed that it counts the time from the
import { expect, vi } from 'vitest';

type Debounce = (f: (...args: unknown[]) => void, ms: number) => (...args: unknown[]) => void;

export async function check(debounce: Debounce): Promise<void> {
  vi.useFakeTimers();
  try {
    const f = vi.fn();
    const g = vi.fn();
    const [callF, callG] = [debounce(f, 30), debounce(g, 30)];
    for (const burst of [1, 2]) {
      callF('a', burst);
      callG('x', burst);
      vi.advanceTimersByTime(29);
      expect(g).toHaveBeenCalledTimes(burst - 1);
      expect(f).toHaveBeenCalledTimes(burst - 1);
      vi.advanceTimersByTime(1);
      expect(g).toHaveBeenCalledTimes(burst);
      expect(f).toHaveBeenCalledTimes(burst);
      expect(f).toHaveBeenLastCalledWith('a', burst);
      vi.advanceTimersByTime(500);
      expect(f).toHaveBeenCalledTimes(burst);
    }
  } finally {
    vi.useRealTimers();
  }
}
