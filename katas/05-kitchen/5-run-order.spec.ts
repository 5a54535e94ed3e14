import { expect, observe, test } from '#lab';
import { schedule } from './5-run-order.ts';

type When = 'now' | 'tick' | 'micro' | 'macro';

/** Handed in the wrong way round, twice. All is over in 10 ms. */
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

/** The micro job makes a microtask, that one another, and the last one a tick. */
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

/** Each macro job makes a microtask. */
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

test('runs the now jobs, and only them, in the call', async () => {
  expect(await mixed()).toLogInTheCall('now 1', 'now 2');
});

test('runs ticks, then microtasks, then macro jobs, each in the order given', async () => {
  expect(await mixed()).toRunInTurns(
    { call: ['now 1', 'now 2'], ticks: ['tick 1', 'tick 2'], micros: ['micro 1', 'micro 2'] },
    { call: ['macro 1'] },
    { call: ['macro 2'] },
  );
});

test('lets everything that a job queues run before any macro job', async () => {
  expect(await nested()).toRunInTurns(
    { micros: ['micro', 'child', 'grandchild', 'last tick'] },
    { call: ['macro'] },
  );
});

test('gives each macro job a turn for itself', async () => {
  expect(await turns()).toRunInTurns(
    {},
    { call: ['macro 1'], micros: ['micro of 1'] },
    { call: ['macro 2'], micros: ['micro of 2'] },
  );
});
