// Passes the same argument each time, so that the first call and the last one cannot be told apart.
// Fails: notices that it passes on the arguments of the first call
// Says: It slipped through: your check resolves, and should have noticed that it passes on the arguments of
import { expect, vi } from 'vitest';

type Debounce = (f: (...args: unknown[]) => void, ms: number) => (...args: unknown[]) => void;

export async function check(debounce: Debounce): Promise<void> {
  vi.useFakeTimers();
  try {
    const f = vi.fn();
    const g = vi.fn();
    const [callF, callG] = [debounce(f, 30), debounce(g, 30)];
    for (const burst of [1, 2]) {
      callF('b', 1);
      callG('x', burst);
      vi.advanceTimersByTime(20);
      callF('b', 1);
      vi.advanceTimersByTime(9);
      expect(g).toHaveBeenCalledTimes(burst - 1);
      vi.advanceTimersByTime(20);
      expect(g).toHaveBeenCalledTimes(burst);
      expect(f).toHaveBeenCalledTimes(burst - 1);
      vi.advanceTimersByTime(1);
      expect(f).toHaveBeenCalledTimes(burst);
      expect(f).toHaveBeenLastCalledWith('b', 1);
      vi.advanceTimersByTime(500);
      expect(f).toHaveBeenCalledTimes(burst);
    }
  } finally {
    vi.useRealTimers();
  }
}
