import { expect, observe, test } from '#lab';
import { schedule } from './5-run-order.ts';

type When = 'now' | 'tick' | 'micro' | 'macro';

/** Two jobs of each kind, listed in the opposite order. After 10 ms all have run. */
const mixed = () =>
  observe(({ log, sleep }) => {
    const job = (when: When, n: number) => ({ when, run: () => log(`${when} ${n}`) });
    schedule([
      job('macro', 1),
      job('micro', 1),
      job('tick', 1),
      job('now', 1),
      job('macro', 2),
      job('micro', 2),
      job('tick', 2),
      job('now', 2),
    ]);
    return sleep(10);
  });

/** An immediate is queued first, then one job of each kind but 'macro'. */
const beforeAnImmediate = () =>
  observe(({ log, sleep }) => {
    setImmediate(() => log('an immediate'));
    const job = (when: When) => ({ when, run: () => log(when) });
    schedule([job('micro'), job('tick'), job('now')]);
    return sleep(10);
  });

/** The micro job adds a microtask, which adds another one, which adds a nextTick job. */
const nested = () =>
  observe(({ log, sleep }) => {
    const chain = () =>
      queueMicrotask(() => {
        log('child');
        queueMicrotask(() => {
          log('grandchild');
          process.nextTick(() => log('last tick'));
        });
      });
    const micro = () => {
      log('micro');
      chain();
    };
    schedule([
      { when: 'macro', run: () => log('macro') },
      { when: 'micro', run: micro },
    ]);
    return sleep(10);
  });

/** Each macro job adds a microtask. */
const turns = () =>
  observe(({ log, sleep }) => {
    const macro = (n: number) => () => {
      log(`macro ${n}`);
      queueMicrotask(() => log(`micro of ${n}`));
    };
    schedule([
      { when: 'macro', run: macro(1) },
      { when: 'macro', run: macro(2) },
    ]);
    return sleep(10);
  });

test("runs the 'now' jobs, and only them, synchronously", async () => {
  expect(await mixed()).toLogInTheCall('now 1', 'now 2');
});

test("runs 'tick' jobs, then 'micro' jobs, then 'macro' jobs, each kind in the order given", async () => {
  expect(await mixed()).toRunInTurns(
    { call: ['now 1', 'now 2'], ticks: ['tick 1', 'tick 2'], micros: ['micro 1', 'micro 2'] },
    { call: ['macro 1'] },
    { call: ['macro 2'] },
  );
  expect(await beforeAnImmediate()).toRunInTurns(
    { call: ['now'], ticks: ['tick'], micros: ['micro'] },
    { call: ['an immediate'] },
  );
});

test("runs everything that a job adds to the nextTick and microtask queues before any 'macro' job", async () => {
  expect(await nested()).toRunInTurns(
    { micros: ['micro', 'child', 'grandchild', 'last tick'] },
    { call: ['macro'] },
  );
});

test("runs each 'macro' job in a callback of its own", async () => {
  expect(await turns()).toRunInTurns(
    {},
    { call: ['macro 1'], micros: ['micro of 1'] },
    { call: ['macro 2'], micros: ['micro of 2'] },
  );
});
