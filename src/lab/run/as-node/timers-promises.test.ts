/** `node:timers/promises` and `AbortSignal.timeout`. */
import { testBothWays } from '../../../testing/both-ways.ts';

testBothWays({
  'an interval that is aborted with ticks left yields them first': async ({
    log,
    sleep,
    timers,
  }) => {
    const controller = new AbortController();
    let beats = 0;
    let ticks = 0;
    try {
      for await (const value of timers.setInterval(10, 'tick', { signal: controller.signal })) {
        log(`${value} ${++ticks}`);
        if (ticks > 1) continue;
        const heart = setInterval(() => {
          if (++beats === 4) controller.abort();
        }, 10);
        await sleep(90);
        clearInterval(heart);
      }
    } catch (error) {
      log((error as Error).name);
    }
  },
  'an interval begins when it is first asked': async ({ log, sleep, timers }) => {
    const interval = timers.setInterval(20, 'tick')[Symbol.asyncIterator]();
    await sleep(30);
    const tick = interval.next().then(({ value }) => log(value));
    setTimeout(() => log('10 later'), 10);
    setTimeout(() => log('30 later'), 30);
    await tick;
    await sleep(20);
    log((await interval.return?.())?.done);
  },
  'how many microtasks an abort takes': async ({ log, sleep, timers }) => {
    const controller = new AbortController();
    const { signal } = controller;
    timers.setTimeout(50, 0, { signal }).catch(() => log('timeout'));
    timers.setImmediate(0, { signal }).catch(() => log('immediate'));
    controller.abort();
    let promise = Promise.resolve();
    for (let i = 1; i <= 7; i++) promise = promise.then(() => log(i));
    await sleep(10);
  },
  'and how many a timer with a signal': async ({ log, sleep, timers }) => {
    const { signal } = new AbortController();
    timers.setTimeout(10, 0, { signal }).then(() => log('with a signal'));
    timers.setTimeout(10).then(() => log('without'));
    setTimeout(() => {
      let promise = Promise.resolve();
      for (let i = 1; i <= 7; i++) promise = promise.then(() => log(i));
    }, 10);
    await sleep(30);
  },
  'an abort in the phase in which it is due': async ({ log, sleep, timers }) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 10);
    timers.setTimeout(10, 'value', { signal: controller.signal }).then(log, () => log('aborted'));
    await sleep(30);
  },
  'an aborted signal, and the error': async ({ log, timers }) => {
    const signal = AbortSignal.abort('reason');
    const tell = (error: Error & { code?: string }) =>
      log(
        `${error.constructor.name} ${error.name} ${error.code} ${error.message} ${error.cause} ${Object.keys(error)}`,
      );
    await timers.setTimeout(5, 0, { signal }).catch(tell);
    await timers.setImmediate(0, { signal }).catch(tell);
    await timers.scheduler.wait(5, { signal }).catch(tell);
    await timers.setInterval(5, 0, { signal })[Symbol.asyncIterator]().next().catch(tell);
  },
  'what a delay, and options, may be': async ({ log, timers }) => {
    const attempt = async (f: () => unknown) => {
      try {
        await f();
        log('no error');
      } catch (error) {
        log(`${(error as { code?: string }).code}: ${(error as Error).message}`);
      }
    };
    const first = (delay: unknown, options?: unknown) =>
      timers
        .setInterval(delay as never, 0, options as never)
        [Symbol.asyncIterator]()
        .next();
    for (const bad of ['10', 10n, {}, null]) {
      await attempt(() => timers.setTimeout(bad as never));
      await attempt(() => timers.scheduler.wait(bad as never));
      await attempt(() => first(bad));
    }
    for (const bad of [5, null, [], { signal: 5 }, { signal: null }, { ref: 5 }]) {
      await attempt(() => timers.setTimeout(1, 0, bad as never));
      await attempt(() => timers.setImmediate(0, bad as never));
      await attempt(() => first(1, bad));
    }
    for (const odd of [undefined, NaN, -5, 1.5]) await attempt(() => timers.setTimeout(odd));
  },
  'what AbortSignal.timeout takes': ({ log }) => {
    for (const bad of [-1, '5', 1.5, NaN, 2 ** 32, undefined, 5]) {
      try {
        AbortSignal.timeout(bad as never);
        log('no error');
      } catch (error) {
        log(
          `${(error as Error).name} ${(error as { code?: string }).code}: ${(error as Error).message}`,
        );
      }
    }
  },
  'AbortSignal.timeout aborts between other timers': async ({ log, sleep }) => {
    const signal = AbortSignal.timeout(20);
    signal.addEventListener('abort', () => log(`${signal.reason.name}: ${signal.reason.message}`));
    setTimeout(() => log('10'), 10);
    setTimeout(() => log('20'), 20);
    setTimeout(() => log('30'), 30);
    await sleep(40);
  },
});
