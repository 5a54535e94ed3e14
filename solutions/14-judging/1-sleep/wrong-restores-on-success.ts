// Takes the fakes away at the end of the function, which a failed expectation never reaches.
// Fails: comes to an end, and leaves nothing behind, whether it resolves or rejects
// Says: In the tests after it, no timer would fire, and nothing in them says why.
import { expect, vi } from 'vitest';

type Sleep = (ms: number) => Promise<unknown>;

export async function check(sleep: Sleep): Promise<void> {
  vi.useFakeTimers();
  for (const ms of [20, 50]) {
    let state = 'pending';
    sleep(ms).then(
      () => {
        state = 'fulfilled';
      },
      () => {
        state = 'rejected';
      },
    );
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(state).toBe('pending');
    await vi.advanceTimersByTimeAsync(1);
    expect(state).toBe('fulfilled');
  }
  vi.useRealTimers();
}
