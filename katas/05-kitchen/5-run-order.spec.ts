import { expect, observe, test } from '#lab';
import { schedule } from './5-run-order.ts';

type When = 'now' | 'tick' | 'micro' | 'macro';

/** In ms. When it is over, all jobs have run, also those that wait for a timer. */
const AFTERWARDS = 1000;

const ONE_KIND_ONE_WAY =
  "The 'macro' jobs have to run in the order given, whatever called schedule. Do all of them wait in the same way? Which is first, a timer or an immediate, depends on the callback in which they were set.";

const EACH_FROM_ITS_QUEUE =
  "In the nextTick queue, a job's microtasks run after all nextTick jobs. In the microtask queue, its nextTick jobs run after all microtasks. Does each kind of job run from the queue that it names?";

const TICKS_FIRST =
  "When a callback of the event loop has ended, its nextTick jobs run before its microtasks. Within a microtask it is the other way round, and the code after an await, or in then(), is a microtask. Does each 'macro' job run in a callback of the event loop, and each other job from the queue that it names?";

const AS_OFTEN =
  'The same function is in the list several times. Does your code keep the jobs, or their functions, in a Set or a Map?';

const NO_WAITING =
  'Each job returns a promise that fulfils later. A queue calls its functions, and awaits nothing. Does your code await a job, or chain jobs with then()?';

const EVERY_CALL =
  'There is more than one call of schedule, and a job makes one of them. Does your code keep anything outside of the function, from one call to the next?';

/** Two jobs of each kind, listed in the opposite order. */
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
    return sleep(AFTERWARDS);
  });

/** No job has to run synchronously. */
const noneNow = () =>
  observe(({ log, sleep }) => {
    const job = (when: When) => ({ when, run: () => log(when) });
    schedule([job('tick'), job('micro'), job('macro')]);
    return sleep(AFTERWARDS);
  });

const empty = () =>
  observe(async ({ sleep }) => {
    schedule([]);
    await sleep(AFTERWARDS);
    return 'nothing was to be done';
  });

/** An immediate is queued first, then one job of each kind but 'macro'. */
const beforeAnImmediate = () =>
  observe(({ log, sleep }) => {
    setImmediate(() => log('an immediate'));
    const job = (when: When) => ({ when, run: () => log(when) });
    schedule([job('micro'), job('tick'), job('now')]);
    return sleep(AFTERWARDS);
  });

/** Eleven jobs of each kind, one of each at a time. */
const many = () =>
  observe(({ log, sleep }) => {
    schedule(
      ELEVEN.flatMap((n) =>
        (['macro', 'micro', 'tick', 'now'] as const).map((when) => ({
          when,
          run: () => log(`${when} ${n}`),
        })),
      ),
    );
    return sleep(AFTERWARDS);
  });

const ELEVEN = Array.from({ length: 11 }, (_, i) => i + 1);

/** An immediate calls schedule. The tick job burns 5 ms, so a timer that was set in the call is due when it ends. */
const fromAnImmediate = () =>
  observe(({ log, sleep, burn }) => {
    setImmediate(() =>
      schedule([
        { when: 'tick', run: () => burn(5) },
        ...[1, 2, 3].map((n) => ({ when: 'macro' as const, run: () => log(`macro ${n}`) })),
      ]),
    );
    return sleep(AFTERWARDS);
  });

/** Fulfils when the macro job runs; nothing else keeps the program running. */
const waitedFor = () =>
  observe(
    () =>
      new Promise<string>((resolve) => {
        schedule([{ when: 'macro', run: () => resolve('the macro job has run') }]);
      }),
    { mayLeave: ['timer'] },
  );

/** The now job adds a microtask: the tick job runs first. */
const microtaskOfNow = () =>
  observe(({ log, sleep }) => {
    schedule([
      { when: 'now', run: () => queueMicrotask(() => log('microtask of now')) },
      { when: 'tick', run: () => log('tick') },
    ]);
    return sleep(AFTERWARDS);
  });

/** A job of this kind adds a nextTick job first, then a microtask. */
const addingBoth = (when: 'tick' | 'micro') =>
  observe(({ log, sleep }) => {
    const run = () => {
      process.nextTick(() => log(`nextTick job of ${when}`));
      queueMicrotask(() => log(`microtask of ${when}`));
    };
    schedule([{ when, run }]);
    return sleep(AFTERWARDS);
  });

/**
 * Adds a microtask, which adds a nextTick job, which adds a microtask, and so on, more often than code that
 * counts would wait for.
 */
const chain = (last: () => void, links = 200): void => {
  if (links === 0) last();
  else if (links % 2 === 0) queueMicrotask(() => chain(last, links - 1));
  else process.nextTick(() => chain(last, links - 1));
};

/** The micro job adds a microtask, which adds another one, which adds a nextTick job. Both others add, too. */
const nested = () =>
  observe(({ log, sleep }) => {
    const grandchildren = () => {
      log('child');
      queueMicrotask(() => {
        log('grandchild');
        process.nextTick(() => log('last tick'));
      });
    };
    const micro = () => {
      log('micro');
      queueMicrotask(grandchildren);
    };
    schedule([
      { when: 'macro', run: () => log('macro') },
      { when: 'micro', run: micro },
    ]);
    return sleep(AFTERWARDS);
  });

/** The jobs of this kind add a chain of microtasks and nextTick jobs, and log at its end. */
const adding = (when: 'now' | 'tick' | 'micro') =>
  observe(({ log, sleep }) => {
    schedule([
      { when: 'macro', run: () => log('macro') },
      { when, run: () => chain(() => log(`last of ${when}`)) },
    ]);
    return sleep(AFTERWARDS);
  });

/** Each of three macro jobs adds a microtask. */
const turns = () =>
  observe(({ log, sleep }) => {
    const macro = (n: number) => () => {
      log(`macro ${n}`);
      queueMicrotask(() => log(`micro of ${n}`));
    };
    schedule([
      { when: 'macro', run: macro(1) },
      { when: 'macro', run: macro(2) },
      { when: 'macro', run: macro(3) },
    ]);
    return sleep(AFTERWARDS);
  });

/** Each of two macro jobs adds a chain of microtasks and nextTick jobs. */
const longTurns = () =>
  observe(({ log, sleep }) => {
    const macro = (n: number) => () => {
      log(`macro ${n}`);
      chain(() => log(`last of ${n}`));
    };
    schedule([
      { when: 'macro', run: macro(1) },
      { when: 'macro', run: macro(2) },
    ]);
    return sleep(AFTERWARDS);
  });

/** One function is in several queues; one of its jobs is in the list twice. Fulfils with the number of calls. */
const twice = (when: When) =>
  observe(async ({ sleep }) => {
    let calls = 0;
    const run = () => {
      calls++;
    };
    const job = { when, run };
    schedule([job, { when: 'macro', run }, job, { when: 'micro', run }]);
    await sleep(AFTERWARDS);
    return { calls };
  });

/** Each job returns a promise that fulfils after 800 ms. */
const returningPromises = () =>
  observe(({ log, sleep, at }) => {
    const job = (when: When, n: number) => {
      const run = async () => {
        log(`${when} ${n}`);
        await sleep(800);
      };
      return { when, run };
    };
    const kinds = ['now', 'tick', 'micro', 'macro'] as const;
    schedule(kinds.flatMap((when) => [job(when, 1), job(when, 2)]));
    at(700, () => log('700 ms later'));
    return sleep(AFTERWARDS);
  });

/** The now job makes a call of its own, and so does the first macro job. After 500 ms there is another call. */
const calls = () =>
  observe(({ log, sleep, at }) => {
    const job = (when: When, of: string, then = () => {}) => ({
      when,
      run: () => {
        log(`${when} of ${of}`);
        then();
      },
    });
    const inNow = () => {
      schedule([job('tick', 'the second'), job('now', 'the second')]);
      log('the second has returned');
    };
    let isFirst = true;
    const inMacro = () => {
      // A macro job that runs again by mistake would never end.
      if (isFirst) schedule([job('tick', 'the third'), job('now', 'the third')]);
      isFirst = false;
    };
    schedule([
      job('now', 'the first', inNow),
      job('macro', 'the first', inMacro),
      job('macro', 'the first, again'),
    ]);
    at(500, () => schedule([job('macro', 'the last'), job('now', 'the last')]));
    return sleep(AFTERWARDS);
  });

/** A job of the first kind makes a call, with jobs of the other kinds between one 'macro' and one 'now' job. */
const within = (outer: When, ...inner: When[]) =>
  observe(({ log, sleep }) => {
    const job = (when: When) => ({ when, run: () => log(`inner ${when}`) });
    const run = () => {
      log(`outer ${outer}`);
      schedule([job('macro'), ...inner.map(job), job('now')]);
      log('the inner call has returned');
    };
    schedule([{ when: outer, run }]);
    return sleep(AFTERWARDS);
  });

/** The caller looks at its list when all jobs have run. */
const listAfterwards = () =>
  observe(async ({ sleep }) => {
    const jobs = (['macro', 'now', 'micro', 'tick'] as const).map((when) => ({
      when,
      run: () => {},
    }));
    schedule(jobs);
    await sleep(AFTERWARDS);
    return jobs.map(({ when }) => when).join(', ');
  });

test("runs the 'now' jobs, and only them, synchronously", async () => {
  expect(await mixed()).toLogInTheCall('now 1', 'now 2');
  expect(await noneNow()).toLogInTheCall();
  expect(await empty()).toGive('nothing was to be done');
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
  const of = (when: When) => ELEVEN.map((n) => `${when} ${n}`);
  expect(await many()).toRunInTurns(
    { call: of('now'), ticks: of('tick'), micros: of('micro') },
    ...of('macro').map((macro) => ({ call: [macro] })),
  );
  expect(await fromAnImmediate()).toLogInOrder(['macro 1', 'macro 2', 'macro 3'], ONE_KIND_ONE_WAY);
  expect(await waitedFor()).toGive('the macro job has run');
});

test("runs 'tick' jobs from the nextTick queue, and 'micro' jobs from the microtask queue", async () => {
  expect(await microtaskOfNow()).toLogInOrder(['tick', 'microtask of now'], EACH_FROM_ITS_QUEUE);
  expect(await addingBoth('tick')).toLogInOrder(
    ['nextTick job of tick', 'microtask of tick'],
    EACH_FROM_ITS_QUEUE,
  );
  expect(await addingBoth('micro')).toLogInOrder(
    ['microtask of micro', 'nextTick job of micro'],
    EACH_FROM_ITS_QUEUE,
  );
});

test("runs everything that a job adds to the nextTick and microtask queues before any 'macro' job", async () => {
  expect(await nested()).toRunInTurns(
    { micros: ['micro', 'child', 'grandchild', 'last tick'] },
    { call: ['macro'] },
  );
  for (const when of ['now', 'tick', 'micro'] as const) {
    expect(await adding(when)).toRunInTurns({ micros: [`last of ${when}`] }, { call: ['macro'] });
  }
});

test("runs each 'macro' job in a callback of its own", async () => {
  expect(await turns()).toRunInTurns(
    {},
    { call: ['macro 1'], micros: ['micro of 1'] },
    { call: ['macro 2'], micros: ['micro of 2'] },
    { call: ['macro 3'], micros: ['micro of 3'] },
  );
  expect(await longTurns()).toRunInTurns(
    {},
    { call: ['macro 1'], micros: ['last of 1'] },
    { call: ['macro 2'], micros: ['last of 2'] },
  );
});

test('runs a job as often as it is in the list', async () => {
  for (const when of ['now', 'tick', 'micro', 'macro'] as const) {
    expect(await twice(when)).toGive({ calls: 4 }, AS_OFTEN);
  }
});

test('does not wait for a promise that a job returns', async () => {
  const kinds = ['now', 'tick', 'micro', 'macro'];
  expect(await returningPromises()).toLogInOrder(
    [...kinds.flatMap((when) => [`${when} 1`, `${when} 2`]), '700 ms later'],
    NO_WAITING,
  );
});

test('does all this for every call, also for one that a job makes', async () => {
  for (const outer of ['now', 'tick', 'micro', 'macro'] as const) {
    for (const inner of ['tick', 'micro'] as const) {
      expect(await within(outer, inner)).toLogInOrder(
        [
          ...[`outer ${outer}`, 'inner now', 'the inner call has returned'],
          ...[`inner ${inner}`, 'inner macro'],
        ],
        EVERY_CALL,
      );
    }
  }
  for (const outer of ['now', 'tick', 'macro'] as const) {
    expect(await within(outer, 'micro', 'tick')).toLogInOrder(
      [
        ...[`outer ${outer}`, 'inner now', 'the inner call has returned'],
        ...['inner tick', 'inner micro', 'inner macro'],
      ],
      TICKS_FIRST,
    );
  }
  expect(await calls()).toLogInOrder(
    [
      'now of the first',
      'now of the second',
      'the second has returned',
      'tick of the second',
      'macro of the first',
      'now of the third',
      'tick of the third',
      'macro of the first, again',
      'now of the last',
      'macro of the last',
    ],
    EVERY_CALL,
  );
});

test('does not change the list', async () => {
  expect(await listAfterwards()).toGive(
    'macro, now, micro, tick',
    'The list belongs to the caller: work on a copy.',
  );
});
