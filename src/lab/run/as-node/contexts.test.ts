/** What AsyncLocalStorage holds. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { expect, test } from 'vitest';
import { observe } from '#lab';
import { testBothWays } from '../../../testing/both-ways.ts';

testBothWays({
  'enterWith in a callback is for that callback': async ({ log, sleep, AsyncLocalStorage }) => {
    const storage = new AsyncLocalStorage<string>();
    setTimeout(() => storage.enterWith('entered'), 5);
    setTimeout(() => log(storage.getStore()), 10);
    setImmediate(() => storage.enterWith('entered'));
    setImmediate(() => log(storage.getStore()));
    await sleep(20);
    log(storage.getStore());
  },
  'what was set goes along': async ({ log, sleep, AsyncLocalStorage }) => {
    const storage = new AsyncLocalStorage<string>();
    storage.run('outer', () => {
      setTimeout(() => log(`timer ${storage.getStore()}`), 5);
      setImmediate(() => log(`immediate ${storage.getStore()}`));
      process.nextTick(() => log(`tick ${storage.getStore()}`));
      queueMicrotask(() => log(`microtask ${storage.getStore()}`));
      storage.run('inner', () => setTimeout(() => log(`timer ${storage.getStore()}`), 10));
    });
    await sleep(20);
  },
  'an interval keeps what it had': async ({ log, sleep, AsyncLocalStorage }) => {
    const storage = new AsyncLocalStorage<string>();
    let times = 0;
    const interval = storage.run('its own', () =>
      setInterval(() => {
        log(storage.getStore());
        storage.enterWith('entered');
        if (++times === 2) clearInterval(interval);
      }, 5),
    );
    await sleep(30);
  },
  'refresh takes what there is, once it has fired': async ({ log, sleep, AsyncLocalStorage }) => {
    const storage = new AsyncLocalStorage<string>();
    const timer = storage.run('first', () => setTimeout(() => log(storage.getStore()), 10));
    storage.run('too early', () => timer.refresh());
    await sleep(20);
    storage.run('second', () => timer.refresh());
    await sleep(20);
  },
  'refresh in its own callback takes nothing': async ({ log, sleep, AsyncLocalStorage }) => {
    const storage = new AsyncLocalStorage<string>();
    let times = 0;
    const timer = setTimeout(() => {
      log(`timeout ${storage.getStore()}`);
      if (++times < 3) storage.run('red', () => timer.refresh());
    }, 5);
    let beats = 0;
    const interval = setInterval(() => {
      log(`interval ${storage.getStore()}`);
      if (++beats === 3) clearInterval(interval);
      else storage.run('red', () => interval.refresh());
    }, 40);
    await sleep(150);
  },
  'abort listeners, and timers/promises': async ({ log, sleep, timers, AsyncLocalStorage }) => {
    const storage = new AsyncLocalStorage<string>();
    const controller = new AbortController();
    storage.run('listener', () => {
      timers
        .setTimeout(50, 0, { signal: controller.signal })
        .catch(() => log(`rejection ${storage.getStore()}`));
    });
    storage.run('abort', () => setTimeout(() => controller.abort(), 10));
    await storage.run('await', async () => {
      await timers.setTimeout(5);
      log(storage.getStore());
    });
    await sleep(20);
    log(storage.getStore());
  },
});

test('what a scene, or an event from outside, has entered is not there in the events that were announced before', async () => {
  const storage = new AsyncLocalStorage<string>();
  const trace = await observe(async ({ at, log, sleep }) => {
    at(5, () => storage.enterWith('of an event'));
    at(10, () => log(`at 10: ${storage.getStore()}`));
    at(15, () => log(`at 15: ${storage.getStore()}`));
    storage.enterWith('of the scene');
    setTimeout(() => log(`timer: ${storage.getStore()}`), 20);
    await sleep(30);
    log(`end: ${storage.getStore()}`);
  });
  expect(trace.marks.map(({ line }) => line)).toEqual([
    'at 10: undefined',
    'at 15: undefined',
    'timer: of the scene',
    'end: of the scene',
  ]);
  expect(storage.getStore()).toBeUndefined();
});
