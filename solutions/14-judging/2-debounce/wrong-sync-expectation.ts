// Expects the call in the ms before: it is off by one, and rejects what is right.
// Fails: accepts one that clears its timer and sets a new one
// Fails: accepts one that has a single timer, and waits for what is missing
// Fails: accepts one that looks at the clock every ms
// Fails: accepts one that starts its timer again
// Fails: accepts one that counts its calls, and clears no timer
// Fails: notices that it calls f at the first call as well
// Fails: notices that it counts the time from the first call of a burst
// Fails: notices that it passes on the arguments of the first call
// Fails: notices that it only delays each call
// Fails: notices that it calls f 1 ms early
// Fails: notices that it calls f 1 ms late
// Fails: notices that it works for one burst only
// Fails: notices that all functions share one timer
// Fails: notices that it swallows the arguments
// Fails: notices that it passes on the first argument only
// Fails: takes no real time
// Fails: comes to an end, and leaves nothing behind, whether it resolves or rejects
// Says: Your check rejects for one that clears its timer and sets a new one, which keeps the contract.
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
      vi.advanceTimersByTime(19);
      expect(g).toHaveBeenCalledTimes(burst);
      expect(f).toHaveBeenCalledTimes(burst);
      vi.advanceTimersByTime(1);
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
