// Never takes the fakes away: in the tests after it, no timer fires.
// Fails: comes to an end, and leaves nothing behind, whether it resolves or rejects
// Says: In the tests after it, no timer would fire, and nothing in them says why.

import { install } from '@sinonjs/fake-timers';
import { expect } from 'vitest';

type Sleep = (ms: number) => Promise<unknown>;

export async function check(sleep: Sleep): Promise<void> {
  const clock = install();
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
    await clock.tickAsync(ms - 1);
    expect(state).toBe('pending');
    await clock.tickAsync(1);
    expect(state).toBe('fulfilled');
  }
}
