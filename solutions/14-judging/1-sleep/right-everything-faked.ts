// Fakes everything that there is, `nextTick` and microtasks included, and lets turns pass by hand.
import { equal } from 'node:assert/strict';
import { install } from '@sinonjs/fake-timers';

type Sleep = (ms: number) => Promise<unknown>;

export async function check(sleep: Sleep): Promise<void> {
  const clock = install({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'nextTick'],
  });
  try {
    for (const ms of [20, 50]) {
      let state = 'pending';
      const settle = (how: string) => () => {
        state = how;
      };
      sleep(ms).then(settle('fulfilled'), settle('rejected'));
      await clock.tickAsync(ms - 1);
      equal(state, 'pending');
      await clock.tickAsync(1);
      equal(state, 'fulfilled');
    }
  } finally {
    clock.uninstall();
  }
}
