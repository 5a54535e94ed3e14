// Measures the peak and the total time with a clock of install(), which tell both sides.
import { deepEqual, equal } from 'node:assert/strict';
import { install } from '@sinonjs/fake-timers';

type Limit = (
  n: number,
  items: readonly string[],
  f: (item: string) => Promise<unknown>,
) => Promise<unknown[]>;

export async function check(limit: Limit): Promise<void> {
  const clock = install();
  try {
    const started: string[] = [];
    let inFlight = 0;
    let peak = 0;
    const reason = { no: 'bread' };
    const f = async (item: string) => {
      started.push(item);
      peak = Math.max(peak, ++inFlight);
      const [ms, fails] = [Number.parseInt(item, 10), item.endsWith('!')];
      await new Promise((resolve) => setTimeout(resolve, ms));
      inFlight--;
      if (fails) throw reason;
      return -ms;
    };
    const items = ['50', '10', '20', '15', '5'];
    const from = Date.now();
    let took = -1;
    let values: unknown;
    limit(2, items, f).then(
      (results) => {
        took = Date.now() - from;
        values = results;
      },
      () => {},
    );
    equal(started.join(), '50,10');
    await clock.tickAsync(300);
    equal(peak, 2);
    equal(took, 50);
    equal(started.join(), items.join());
    deepEqual(values, [-50, -10, -20, -15, -5]);
    let empty: unknown;
    limit(3, [], f).then((results) => {
      empty = results;
    });
    await clock.tickAsync(0);
    deepEqual(empty, []);
    started.length = 0;
    let failedAt = -1;
    const before = Date.now();
    limit(2, ['40', '30!', '10', '10'], f).catch((error) => {
      if (error === reason) failedAt = Date.now() - before;
    });
    await clock.tickAsync(300);
    equal(failedAt, 30);
    equal(started.join(), '40,30!');
  } finally {
    clock.uninstall();
  }
}
