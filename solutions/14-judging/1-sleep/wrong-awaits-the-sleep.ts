// Awaits what only the next line could bring about: nobody moves the clock.
// Fails: accepts a promise around a timer
// Fails: accepts one that sleeps in two halves
// Fails: accepts one that looks at the clock every ms
// Fails: accepts one that fulfils with something
// Fails: notices that it fulfils at once
// Fails: notices that it fulfils 1 ms early
// Fails: notices that it fulfils 1 ms late
// Fails: notices that it takes milliseconds for seconds
// Fails: notices that each call takes as long as the first one
// Fails: notices that it never settles
// Fails: notices that it rejects
// Fails: takes no real time
// Fails: comes to an end, and leaves nothing behind, whether it resolves or rejects
// Says: A test runner stops such a test after some seconds, and cannot say why.
import { expect, vi } from 'vitest';

type Sleep = (ms: number) => Promise<unknown>;

export async function check(sleep: Sleep): Promise<void> {
  vi.useFakeTimers();
  try {
    const start = Date.now();
    await sleep(20);
    vi.advanceTimersByTime(20);
    expect(Date.now() - start).toBe(20);
  } finally {
    vi.useRealTimers();
  }
}
