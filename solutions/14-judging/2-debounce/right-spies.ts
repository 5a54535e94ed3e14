// Two spies, each looked at 1 ms before and at the ms.
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
      vi.advanceTimersByTime(20);
      callF('b', burst);
      vi.advanceTimersByTime(9);
      expect(g).toHaveBeenCalledTimes(burst - 1);
      vi.advanceTimersByTime(20);
      expect(g).toHaveBeenCalledTimes(burst);
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
