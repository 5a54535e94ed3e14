// Puts the promise in a race with the clock: who is first says how long it took.
import { expect, vi } from 'vitest';

type Sleep = (ms: number) => Promise<unknown>;

export async function check(sleep: Sleep): Promise<void> {
  vi.useFakeTimers();
  try {
    for (const ms of [20, 50]) {
      const slept = sleep(ms);
      slept.catch(() => {});
      const early = vi.advanceTimersByTimeAsync(ms - 1).then(() => 'early');
      expect(await Promise.race([slept.then(() => 'over'), early])).toBe('early');
      const late = vi.advanceTimersByTimeAsync(1).then(() => 'late');
      expect(await Promise.race([slept.then(() => 'over'), late])).toBe('over');
    }
  } finally {
    vi.useRealTimers();
  }
}
