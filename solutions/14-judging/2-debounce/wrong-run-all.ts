// Lets all timers fire, and counts: when it was called, and after which call, is not asked.
// Fails: notices that it counts the time from the first call of a burst
// Fails: notices that it calls f 1 ms early
// Fails: notices that it calls f 1 ms late
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
      callF('b', burst);
      expect(f).toHaveBeenCalledTimes(burst - 1);
      vi.runAllTimers();
      expect(f).toHaveBeenCalledTimes(burst);
      expect(f).toHaveBeenLastCalledWith('b', burst);
      expect(g).toHaveBeenCalledTimes(burst);
    }
  } finally {
    vi.useRealTimers();
  }
}
