// Writes down what happens and when, and compares the whole list.
import { deepStrictEqual } from 'node:assert';
import { install } from '@sinonjs/fake-timers';

type Retry = (op: () => Promise<unknown>) => Promise<unknown>;

export async function check(retry: Retry): Promise<void> {
  const clock = install({ now: 0 });
  try {
    const play = async (...outcomes: unknown[]) => {
      const start = clock.now;
      const log: unknown[] = [];
      const note = (...what: unknown[]) => log.push([clock.now - start, ...what]);
      retry(async () => {
        const outcome = outcomes.shift();
        note('op');
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (typeof outcome !== 'string') throw outcome;
        return outcome;
      }).then(
        (value) => note('fulfils', value, clock.countTimers()),
        (reason) => note('rejects', reason, clock.countTimers()),
      );
      note('has returned');
      await clock.tickAsync(3000);
      return log;
    };
    const reason = { isFinal: false, name: 'a reason' };
    const last = { isFinal: 'no', name: 'the last reason' };
    const final = { isFinal: true };
    deepStrictEqual(await play('A'), [
      [0, 'op'],
      [0, 'has returned'],
      [5, 'fulfils', 'A', 0],
    ]);
    deepStrictEqual(await play(reason, 'B', 'C'), [
      [0, 'op'],
      [0, 'has returned'],
      [105, 'op'],
      [110, 'fulfils', 'B', 0],
    ]);
    deepStrictEqual(await play(reason, reason, last), [
      [0, 'op'],
      [0, 'has returned'],
      [105, 'op'],
      [310, 'op'],
      [315, 'rejects', last, 0],
    ]);
    deepStrictEqual(await play(final, 'D'), [
      [0, 'op'],
      [0, 'has returned'],
      [5, 'rejects', final, 0],
    ]);
    deepStrictEqual(await play(reason, final, 'D'), [
      [0, 'op'],
      [0, 'has returned'],
      [105, 'op'],
      [110, 'rejects', final, 0],
    ]);
  } finally {
    clock.uninstall();
  }
}
