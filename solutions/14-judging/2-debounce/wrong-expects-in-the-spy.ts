// The expectation stands inside of `f`: if `f` is not called, it is not asked; if it fails, the timer throws it to nobody who waits.
// Fails: notices that it passes on the arguments of the first call
// Fails: notices that it calls f 1 ms late
// Fails: notices that it works for one burst only
// Fails: notices that all functions share one timer
// Fails: notices that it swallows the arguments
// Fails: notices that it passes on the first argument only
// Says: It slipped through: your check resolves, and should have noticed that it passes on the arguments of
import { expect, vi } from 'vitest';

type Debounce = (f: (...args: unknown[]) => void, ms: number) => (...args: unknown[]) => void;

export async function check(debounce: Debounce): Promise<void> {
  vi.useFakeTimers();
  try {
    const start = Date.now();
    const calls = debounce((...args) => {
      expect(args).toEqual(['b']);
      expect(Date.now() - start).toBe(50);
    }, 30);
    calls('a');
    await vi.advanceTimersByTimeAsync(20);
    calls('b');
    await vi.advanceTimersByTimeAsync(29);
  } finally {
    vi.useRealTimers();
  }
}
