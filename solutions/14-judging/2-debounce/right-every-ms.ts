// Moves the clock by 1 ms at a time, and notes after each one how often `f` has been called.
import { expect, vi } from 'vitest';

type Debounce = (f: (...args: unknown[]) => void, ms: number) => (...args: unknown[]) => void;

export async function check(debounce: Debounce): Promise<void> {
  vi.useFakeTimers();
  try {
    const f = vi.fn();
    const other = vi.fn();
    const call = debounce(f, 17);
    debounce(other, 17)('other');
    const counts: number[] = [];
    for (let ms = 0; ms < 120; ms++) {
      if ([0, 9, 23, 70].includes(ms)) call('at', ms);
      counts.push(f.mock.calls.length);
      vi.advanceTimersByTime(1);
    }
    const times = [1, 2].map((n) => counts.indexOf(n));
    expect(times).toEqual([40, 87]);
    expect(f.mock.calls).toEqual([
      ['at', 23],
      ['at', 70],
    ]);
    expect(other.mock.calls).toEqual([['other']]);
  } finally {
    vi.useRealTimers();
  }
}
