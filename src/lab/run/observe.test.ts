import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as namedSetTimeout } from 'node:timers';
import { setTimeout as namedSleep, scheduler, setInterval as ticks } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { observe } from '#lab';
import { native } from '../node/native.ts';
import type { Lab } from '../scene/scenario.ts';
import type { Trace } from '../trace/trace.ts';

const keptAtTheTop = promisify(setTimeout);

const ended = (trace: Trace) => [trace.outcome.kind, trace.outcome.at];

test.each<[string, (ms: number) => Promise<unknown>]>([
  ['setTimeout', (ms) => new Promise((resolve) => setTimeout(resolve, ms))],
  ['setTimeout of node:timers', (ms) => new Promise((resolve) => namedSetTimeout(resolve, ms))],
  ['setTimeout of node:timers/promises', (ms) => namedSleep(ms)],
  ['promisify, kept from before the run', (ms) => keptAtTheTop(ms)],
  ['scheduler.wait', (ms) => scheduler.wait(ms)],
  [
    'AbortSignal.timeout',
    (ms) => {
      // It keeps no process alive by itself.
      const other = setTimeout(() => {}, ms + 1);
      return new Promise<void>((resolve) => {
        AbortSignal.timeout(ms).addEventListener('abort', () => {
          clearTimeout(other);
          resolve();
        });
      });
    },
  ],
  [
    'a chain of intervals',
    async (ms) => {
      for await (const _ of ticks(ms / 10)) if (Date.now() % 1000 >= ms) break;
    },
  ],
])('%s is on the virtual clock', async (_name, wait) => {
  const started = native.performanceNow();
  const trace = await observe(() => wait(500));
  expect(ended(trace)).toEqual(['returned', 500]);
  expect(trace.left).toEqual([]);
  expect(native.performanceNow() - started).toBeLessThan(400);
});

test('every clock tells virtual time, and real time after the run', async () => {
  const trace = await observe(async ({ sleep }) => {
    const before = [
      Date.now(),
      performance.now(),
      Number(process.hrtime.bigint()) / 1e6,
      Date.parse(new Date().toISOString()),
    ] as const;
    await sleep(250);
    const after = [
      Date.now(),
      performance.now(),
      Number(process.hrtime.bigint()) / 1e6,
      Date.parse(new Date().toISOString()),
    ] as const;
    return after.map((time, i) => time - (before[i] as number));
  });
  expect(trace.outcome).toMatchObject({ value: [250, 250, 250, 250] });
  expect(Math.abs(Date.now() - native.Date.now())).toBeLessThan(1000);
  expect(new Date()).toBeInstanceOf(Date);
});

test('a timer is what Node gives: unref, refresh, close, its number, dispose', async () => {
  const fired: string[] = [];
  await observe(({ sleep }) => {
    setTimeout(() => fired.push('closed'), 10).close();
    clearTimeout(Number(setTimeout(() => fired.push('cleared by number'), 10)));
    const refreshed = setTimeout(() => fired.push('refreshed'), 10).unref();
    expect(refreshed.hasRef()).toBe(false);
    setTimeout(() => refreshed.refresh(), 5);
    setTimeout(() => fired.push('twelve'), 12);
    setTimeout(() => fired.push('disposed'), 10)[Symbol.dispose]();
    const twice = setInterval(() => {
      fired.push('tick');
      if (fired.filter((name) => name === 'tick').length === 2) clearInterval(twice);
    }, 20);
    return sleep(100);
  });
  expect(fired).toEqual(['twelve', 'refreshed', 'tick', 'tick']);
});

test('an aborted wait of timers/promises rejects as in Node', async () => {
  const trace = await observe(({ at }) => {
    const controller = new AbortController();
    at(30, () => controller.abort('enough'));
    return namedSleep(100, 'value', { signal: controller.signal });
  });
  const { error } = trace.outcome as { error: Error & { code: string } };
  expect(ended(trace)).toEqual(['failed', 30]);
  expect([error.name, error.code, error.cause, error.message]).toEqual([
    'AbortError',
    'ABORT_ERR',
    'enough',
    'The operation was aborted',
  ]);
  expect(trace.left).toEqual([]);
});

test('immediates run before the clock moves, and after timers that are due', async () => {
  const trace = await observe(async ({ log, sleep }) => {
    setTimeout(() => log('timer of 1 ms'), 0);
    setImmediate(() => {
      log('immediate');
      process.nextTick(() => log('tick'));
      Promise.resolve().then(() => log('micro'));
      setImmediate(() => log('next immediate'));
    });
    await sleep(5);
  });
  expect(trace.marks.map(({ at, line }) => [at, line])).toEqual([
    [0, 'immediate'],
    [0, 'tick'],
    [0, 'micro'],
    [0, 'next immediate'],
    [1, 'timer of 1 ms'],
  ]);
});

test('a deadlock is told at once', async () => {
  const trace = await observe(async ({ sleep }) => {
    await sleep(30);
    await new Promise(() => {});
  });
  expect(ended(trace)).toEqual(['deadlock', 30]);
});

test('what is left behind is told with its place', async () => {
  const trace = await observe(({ job, controller }) => {
    setTimeout(() => {}, 70);
    controller().signal.addEventListener('abort', () => {});
    void job('a', 20)();
  });
  expect(trace.left).toEqual([
    { kind: 'timer', what: 'a timeout set at 0 ms, due at 70 ms', place: undefined },
    { kind: 'work', what: "'a', started at 0 ms and still running", place: undefined },
    {
      kind: 'listener',
      what: 'a listener on the abort signal that was passed in',
      place: undefined,
    },
  ]);
});

test('a job that is called with something else than a signal runs as without one', async () => {
  const call = (...args: unknown[]) =>
    observe(({ job }) => (job('a', 10) as (...args: unknown[]) => unknown)(...args));
  for (const it of [7, 'a text', Symbol('none'), {}, () => {}])
    expect((await call(it)).outcome).toMatchObject({ kind: 'returned', value: 'A', at: 10 });
});

test('a listener on a signal that has been aborted is not left behind, nor is one of a job', async () => {
  const aborted = await observe(({ controller }) => {
    const stop = controller();
    stop.signal.addEventListener('abort', () => {});
    stop.abort();
  });
  expect(aborted.left).toEqual([]);
  const ended = await observe(async ({ job, controller }) => {
    const { signal } = controller();
    await Promise.all([job('a', 10)(signal), job('b', 20)(signal)]);
  });
  expect(ended.left).toEqual([]);
  const onabort = await observe(({ controller }) => {
    const [unset, set] = [controller(), controller()];
    unset.signal.onabort = () => {};
    unset.signal.onabort = null;
    set.signal.onabort = () => {};
  });
  expect(onabort.left).toHaveLength(1);
});

test('a listener on a signal that AbortSignal.any has made is left behind as long as its source lives', async () => {
  const trace = await observe(({ controller }) => {
    const [first, second, over] = [controller(), controller(), new AbortController()];
    AbortSignal.any([first.signal, over.signal]).addEventListener('abort', () => {});
    over.abort();
    AbortSignal.any([second.signal]).addEventListener('abort', () => {});
    AbortSignal.any([second.signal]);
  });
  expect(trace.left.map(({ what }) => what)).toEqual([
    'a listener on a signal that AbortSignal.any() made of the abort signal that was passed in',
  ]);
});

test('a job notes why it is told to stop, and that it is told after its end', async () => {
  const trace = await observe(({ job, at, controller }) => {
    const stop = controller();
    at(30, () => stop.abort('enough'));
    const work = [job('a', 10)(stop.signal), job('b', 20)(stop.signal), job('c', 40)(stop.signal)];
    return Promise.allSettled(work);
  });
  expect(
    trace.spans.map(({ aborted, toldLater, reason }) => [aborted?.at, toldLater?.at, reason]),
  ).toMatchInlineSnapshot(`
      [
        [
          undefined,
          30,
          undefined,
        ],
        [
          undefined,
          30,
          undefined,
        ],
        [
          30,
          undefined,
          "enough",
        ],
      ]
    `);
});

test('a failure that nobody hears belongs to its own run', async () => {
  const floating = await observe(async ({ job, sleep }) => {
    const promise = job('a', 10, { fails: true })();
    await sleep(30);
    await promise.catch(() => {});
  });
  expect(floating.unhandled).toMatchObject([
    { at: 10, handledAt: 30, error: new Error('a failed') },
  ]);
  const thrown = await observe(async ({ sleep }) => {
    setTimeout(() => {
      throw new Error('from a timer');
    }, 5);
    queueMicrotask(() => {
      throw new Error('from a microtask');
    });
    process.nextTick(() => {
      throw new Error('from a tick');
    });
    await sleep(10);
  });
  expect(thrown.uncaught.map(({ at, error }) => [at, (error as Error).message])).toEqual([
    [0, 'from a tick'],
    [0, 'from a microtask'],
    [5, 'from a timer'],
  ]);
  const clean = await observe(({ sleep }) => sleep(50));
  expect([clean.unhandled, clean.uncaught]).toEqual([[], []]);
});

test('AsyncLocalStorage is kept through timers', async () => {
  const requests = new AsyncLocalStorage<string>();
  const trace = await observe(() =>
    requests.run('request 7', async () => {
      await namedSleep(10);
      return new Promise((resolve) => setTimeout(() => resolve(requests.getStore()), 10));
    }),
  );
  expect(trace.outcome).toMatchObject({ value: 'request 7' });
});

test('code of an old run can do nothing to a later one', async () => {
  let wake = () => {};
  await observe(() => {
    void (async () => {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      setTimeout(() => {
        throw new Error('a ghost');
      }, 1);
    })();
  });
  const later = await observe(async ({ sleep }) => {
    wake();
    await sleep(20);
  });
  expect([later.uncaught, later.timers]).toEqual([[], []]);
});

test('a timer that was set outside of every run stays outside when it fires within one', async () => {
  const before = Date.now();
  const late = new Promise<number>((resolve) => setTimeout(() => resolve(Date.now()), 1));
  let firedAt = 0;
  void late.then((time) => {
    firedAt = time;
  });
  await observe(async ({ sleep }) => {
    while (firedAt === 0) await sleep(1);
  });
  expect(firedAt).toBeGreaterThanOrEqual(before);
});

test('a failure that is heard late is known to be, though the run was begun by a timer', async () => {
  const trace = await new Promise<Trace>((resolve) => {
    setTimeout(() => {
      const late = ({ job, sleep }: Lab) => {
        const a = job('a', 10, { fails: true })();
        return sleep(30).then(() => a.catch(() => {}));
      };
      resolve(observe(late));
    }, 1);
  });
  expect(trace.unhandled.map(({ at, handledAt }) => [at, handledAt])).toEqual([[10, 30]]);
});

test('a loop that asks for the time is stopped', async () => {
  const trace = await observe(() => {
    while (Date.now() > 0);
  });
  expect(trace.outcome).toMatchObject({ kind: 'stopped', at: 0 });
});

test('an interval that nobody clears does not keep the run alive', async () => {
  const trace = await observe(async ({ sleep }) => {
    setInterval(() => {}, 1);
    await sleep(10);
  });
  expect(ended(trace)).toEqual(['returned', 10]);
  expect(trace.left).toHaveLength(1);
});

test('the same scenario gives the same trace', async () => {
  const scene = () =>
    observe(async ({ job, log, at, controller }) => {
      const { signal } = controller();
      at(15, () => log('bell'), 'bell rings');
      setTimeout(() => log('timer'), 15);
      await Promise.allSettled([job('a', 30)(signal), job('b', 20, { fails: true })()]);
      return Date.now();
    });
  expect(JSON.stringify(await scene())).toBe(JSON.stringify(await scene()));
});
