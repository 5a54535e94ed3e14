// Tests with one function: what two of them share is not noticed.
// Fails: notices that all functions share one timer
// Says: It slipped through: your check resolves, and should have noticed that all functions share one timer.
import { expect, vi } from 'vitest';

type Debounce = (f: (...args: unknown[]) => void, ms: number) => (...args: unknown[]) => void;

export async function check(debounce: Debounce): Promise<void> {
  vi.useFakeTimers();
  try {
    const f = vi.fn();
    const callF = debounce(f, 30);
    for (const burst of [1, 2]) {
      callF('a', burst);
      vi.advanceTimersByTime(20);
      callF('b', burst);
      vi.advanceTimersByTime(9);
      vi.advanceTimersByTime(20);
      expect(f).toHaveBeenCalledTimes(burst - 1);
      vi.advanceTimersByTime(1);
      expect(f).toHaveBeenCalledTimes(burst);
      expect(f).toHaveBeenLastCalledWith('b', burst);
      vi.advanceTimersByTime(500);
      expect(f).toHaveBeenCalledTimes(burst);
    }
  } finally {
    vi.useRealTimers();
  }
}
