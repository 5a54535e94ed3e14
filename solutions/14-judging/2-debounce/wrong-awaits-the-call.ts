// Awaits that `f` is called, with a promise. Under fake timers that never happens by itself.
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
// Says: A test runner stops such a test after some seconds, and cannot say why.
import { expect, vi } from 'vitest';

type Debounce = (f: (...args: unknown[]) => void, ms: number) => (...args: unknown[]) => void;

export async function check(debounce: Debounce): Promise<void> {
  vi.useFakeTimers();
  try {
    await new Promise<void>((resolve) => {
      const call = debounce(() => resolve(), 30);
      call('a');
    });
    expect(Date.now()).toBeGreaterThan(0);
  } finally {
    vi.useRealTimers();
  }
}
