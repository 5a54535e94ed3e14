// Moves the clock with promises, which it does not need here: `f` is called by the timer itself.
import { expect, vi } from 'vitest';

type Debounce = (f: (...args: unknown[]) => void, ms: number) => (...args: unknown[]) => void;

export async function check(debounce: Debounce): Promise<void> {
  vi.useFakeTimers();
  const f = vi.fn();
  const g = vi.fn();
  try {
    const [callF, callG] = [debounce(f, 30), debounce(g, 30)];
    for (const burst of [1, 2]) {
      callF('a', burst);
      callG('x', burst);
      await vi.advanceTimersByTimeAsync(20);
      callF('b', burst);
      await vi.advanceTimersByTimeAsync(9);
      expect(g).toHaveBeenCalledTimes(burst - 1);
      await vi.advanceTimersByTimeAsync(20);
      expect(g).toHaveBeenCalledTimes(burst);
      expect(f).toHaveBeenCalledTimes(burst - 1);
      await vi.advanceTimersByTimeAsync(1);
      expect(f).toHaveBeenCalledTimes(burst);
      expect(f).toHaveBeenLastCalledWith('b', burst);
      await vi.advanceTimersByTimeAsync(500);
      expect(f).toHaveBeenCalledTimes(burst);
    }
  } finally {
    vi.useRealTimers();
  }
}
